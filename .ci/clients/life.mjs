// An interface's life through the JavaScript SDK: commands, a paginator, an error.
import {
  AttachNetworkInterfaceCommand,
  CreateNetworkInterfaceCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  DeleteNetworkInterfaceCommand,
  EC2Client,
  RunInstancesCommand,
  paginateDescribeNetworkInterfaces,
} from "@aws-sdk/client-ec2";
import assert from "node:assert";

const client = new EC2Client({ endpoint: process.argv[2], region: "us-east-1" });
const vpc = (await client.send(new CreateVpcCommand({ CidrBlock: "10.9.0.0/16" }))).Vpc.VpcId;
const subnet = (await client.send(new CreateSubnetCommand({ VpcId: vpc, CidrBlock: "10.9.1.0/24" }))).Subnet.SubnetId;
const enis = [];
for (let i = 0; i < 7; i++) {
  const made = await client.send(new CreateNetworkInterfaceCommand({ SubnetId: subnet }));
  enis.push(made.NetworkInterface.NetworkInterfaceId);
}
let seen = 0;
const filters = [{ Name: "vpc-id", Values: [vpc] }];
for await (const page of paginateDescribeNetworkInterfaces({ client, pageSize: 5 }, { Filters: filters })) {
  seen += page.NetworkInterfaces.length;
}
assert.equal(seen, 7);
const launched = await client.send(
  new RunInstancesCommand({ ImageId: "ami-12345678", InstanceType: "t3.micro", MinCount: 1, MaxCount: 1, SubnetId: subnet }),
);
const instance = launched.Instances[0].InstanceId;
await client.send(
  new AttachNetworkInterfaceCommand({ NetworkInterfaceId: enis[0], InstanceId: instance, DeviceIndex: 1 }),
);
await assert.rejects(
  client.send(new DeleteNetworkInterfaceCommand({ NetworkInterfaceId: enis[0] })),
  (error) => error.name === "InvalidParameterValue" && error.$metadata.requestId.length > 0,
);
console.log("== the JavaScript SDK: commands, pages, an error");
