package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.List;
import org.immutables.value.Value;

/**
 * Creates a VPC with its primary IPv4 block, and the default security group that every VPC has.
 *
 * <p>The group's id is that of the VPC with {@code /default} behind it.
 */
@Value.Immutable
public abstract class CreateVpc extends Operation implements Creates, StatesBlocks {
    CreateVpc() {}

    /**
     * Creates a VPC.
     *
     * @param vpc the id of the VPC
     * @param cidrBlock the primary IPv4 block
     * @return the operation
     */
    public static CreateVpc of(VpcId vpc, Cidr cidrBlock) {
        return ImmutableCreateVpc.builder()
                .vpc(vpc)
                .cidrBlock(cidrBlock.toString())
                .build();
    }

    /**
     * Creates a VPC.
     *
     * @param vpc the id of the VPC
     * @param cidrBlock the primary IPv4 block as EC2 reads it: host bits are cleared, and text that is no block is
     *     refused when the operation is applied
     * @return the operation
     */
    public static CreateVpc of(String vpc, String cidrBlock) {
        return ImmutableCreateVpc.builder()
                .vpc(VpcId.of(vpc))
                .cidrBlock(cidrBlock)
                .build();
    }

    /** {@return the id of the VPC} */
    public abstract VpcId vpc();

    /** {@return the primary IPv4 block, as it was stated} */
    public abstract String cidrBlock();

    private SecurityGroupId defaultGroup() {
        return SecurityGroupId.of(vpc() + "/" + SecurityGroup.DEFAULT_NAME);
    }

    @Override
    public List<ResourceId> created() {
        return ImmutableList.of(vpc(), defaultGroup());
    }

    @Override
    public List<BlockText> blocks() {
        return ImmutableList.of(new BlockText("cidrBlock", cidrBlock(), IpFamily.IPV4));
    }

    @Override
    public String action() {
        return "CreateVpc";
    }

    @Override
    void apply(Editor editor) {
        Cidr block = blocks().get(0).orElseThrow();
        editor.put(Vpc.builder().id(vpc()).addCidrBlock(block).build());
        editor.report(Outcome.Kind.CREATED, vpc(), block.toString());
        if (editor.plan().securityGroupsOf(vpc()).stream().noneMatch(SecurityGroup::isDefault)) {
            editor.put(SecurityGroup.builder()
                    .id(defaultGroup())
                    .vpcId(vpc())
                    .groupName(SecurityGroup.DEFAULT_NAME)
                    .description("default VPC security group")
                    .build());
            editor.report(Outcome.Kind.CREATED, defaultGroup(), "in " + vpc());
        }
    }
}
