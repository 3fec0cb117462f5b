"""An interface's life through boto3: client, resource, paginator, waiter, errors; and how long a call takes."""
import sys
import time

import boto3
from botocore.exceptions import ClientError

url = sys.argv[1]
ec2 = boto3.client("ec2", endpoint_url=url, region_name="us-east-1")
vpc = ec2.create_vpc(CidrBlock="10.8.0.0/16")["Vpc"]["VpcId"]
subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.8.1.0/24")["Subnet"]["SubnetId"]
enis = [ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]["NetworkInterfaceId"] for _ in range(12)]
pages = ec2.get_paginator("describe_network_interfaces").paginate(
    Filters=[{"Name": "vpc-id", "Values": [vpc]}], PaginationConfig={"PageSize": 5})
sizes = [len(page["NetworkInterfaces"]) for page in pages]
assert sizes == [5, 5, 2], sizes
instance = ec2.run_instances(ImageId="ami-12345678", InstanceType="t3.micro", MinCount=1, MaxCount=1,
                             SubnetId=subnet)["Instances"][0]["InstanceId"]
ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
ec2.attach_network_interface(NetworkInterfaceId=enis[0], InstanceId=instance, DeviceIndex=1)
try:
    ec2.attach_network_interface(NetworkInterfaceId=enis[1], InstanceId=instance, DeviceIndex=2)
    raise AssertionError("attached")
except ClientError as error:
    assert error.response["Error"]["Code"] == "AttachmentLimitExceeded", error
assert boto3.resource("ec2", endpoint_url=url, region_name="us-east-1").Subnet(subnet).available_ip_address_count == 238
assert not boto3.client("ec2", endpoint_url=url, region_name="eu-west-1").describe_vpcs()["Vpcs"]
for _ in range(300):
    ec2.describe_network_interfaces(NetworkInterfaceIds=enis[:1])
start = time.perf_counter()
for _ in range(300):
    ec2.describe_network_interfaces(NetworkInterfaceIds=enis[:1])
print(f"== boto3 {boto3.__version__}: pages, a wait, a refusal, two Regions; "
      f"{(time.perf_counter() - start) / 300 * 1000:.1f} ms a call")
