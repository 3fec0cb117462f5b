package io.enikit.operations;

import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;

/**
 * A block that a request names.
 *
 * @param parameter the name of the parameter in the EC2 API
 * @param cidr the block
 * @param family the family that the parameter is for
 */
record RequestedBlock(String parameter, Cidr cidr, IpFamily family) {}
