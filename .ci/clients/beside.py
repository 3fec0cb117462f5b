"""How long the same calls of boto3 take against a server; prints a line of numbers in milliseconds."""
import sys
import time

import boto3

name, url = sys.argv[1:]
ec2 = boto3.client("ec2", endpoint_url=url, region_name="us-east-1")
vpc = ec2.create_vpc(CidrBlock="10.7.0.0/16")["Vpc"]["VpcId"]
subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.7.1.0/24")["Subnet"]["SubnetId"]
enis = []


def create():
    enis.append(ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]["NetworkInterfaceId"])


def timed(call, times):
    for _ in range(times // 3):
        call()
    begin = time.perf_counter()
    for _ in range(times):
        call()
    return (time.perf_counter() - begin) / times * 1000


created = timed(create, 100)
one = timed(lambda: ec2.describe_network_interfaces(NetworkInterfaceIds=enis[:1]), 200)
many = timed(lambda: ec2.describe_network_interfaces(Filters=[{"Name": "subnet-id", "Values": [subnet]}]), 30)
print(f"== {name}: create {created:.1f} ms, describe one {one:.1f} ms, describe {len(enis)} by a filter {many:.1f} ms")
