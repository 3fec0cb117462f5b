package io.enikit.json.gathered;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.List;
import java.util.Optional;

/** What only the files show, not the plan that is made of them. */
public final class ReadRules {
    public static final RuleInfo CONTRADICTION = RuleInfo.of("read.contradiction", Phase.IDS)
            .withSummary("What is shown twice is the same in both places.")
            .inferred("none: this is about the files, not about EC2")
            .withSeverity(Severity.ADVICE);

    public static final RuleInfo VALUE = RuleInfo.of("read.value", Phase.SHAPE)
            .withSummary("A value that is declared has the form that EC2 takes.")
            .documented("AWS resource and property types reference");

    public static final RuleInfo FUNCTION = RuleInfo.of("read.function", Phase.SHAPE)
            .withSummary("A function of a template has a value.")
            .documented("Intrinsic function reference");

    public static final RuleInfo HOST_BITS = RuleInfo.of("read.host-bits", Phase.SHAPE)
            .withSummary("The block of a VPC or a subnet is written as EC2 makes it, without host bits.")
            .documented("CreateSubnet")
            .withSeverity(Severity.ADVICE);

    public static final RuleInfo REPLACED = RuleInfo.of("read.subnet-replaced", Phase.STATE)
            .withSummary("A plan keeps the subnets that there are.")
            .inferred("none: EC2 refuses to delete a subnet only while it has interfaces");

    public static final RuleInfo LOAD_BALANCER = RuleInfo.of("service.load-balancer-subnets", Phase.CAPACITY)
            .withSummary(
                    "A load balancer has one subnet in a zone; an application load balancer has two or more, each a /27 or larger with 8 free addresses.")
            .documented("Application Load Balancers; CreateLoadBalancer");

    public static final RuleInfo ENDPOINT = RuleInfo.of("service.endpoint-subnets", Phase.STATE)
            .withSummary("An endpoint with interfaces has one subnet in a zone.")
            .documented("Error codes for the Amazon EC2 API")
            .withCode("DuplicateSubnetsInSameZone", Evidence.DOCUMENTED);

    static final RuleInfo EKS = RuleInfo.of("service.eks-subnets", Phase.CAPACITY)
            .withSummary("A cluster of EKS has subnets with 5 free addresses in two zones or more.")
            .documented("Amazon EKS: Update existing cluster to new Kubernetes version");

    static final RuleInfo DATABASE = RuleInfo.of("service.database-zones", Phase.CAPACITY)
            .withSummary("A group of subnets for databases has subnets in two zones or more.")
            .documented("Working with a DB instance in a VPC");

    public static final RuleInfo MORE = RuleInfo.of("read.more", Phase.CAPACITY)
            .withSummary("No more is found than what is listed.")
            .inferred("none: this is about the files, not about EC2");

    /** Not a violation: it only stands beside them. */
    public static final RuleInfo UNKNOWN = RuleInfo.of("read.unknown", Phase.IDS)
            .withSummary("What cannot be known from a file is reported, never guessed.")
            .inferred("none: this is about the files, not about EC2");

    /** The zone of an interface follows from its subnet in a plan; a file states it. */
    static final RuleInfo ZONE = standard("eni.attach.zone");

    /** The rules about blocks, for those that are known only as a part of another one. */
    static final RuleInfo IPV4_OVERLAP = standard("subnet.cidr.overlap");

    static final RuleInfo IPV6_OVERLAP = standard("subnet.ipv6-cidr.overlap");
    public static final RuleInfo ONE_TO_ONE = standard("eip.address.one-to-one");
    public static final RuleInfo SUBNET_ROOM = standard("subnet.room");
    static final RuleInfo IPV4_SIZE = standard("subnet.cidr.size");
    static final RuleInfo IPV6_SIZE = standard("subnet.ipv6-cidr.size");

    private static final ImmutableMap<String, RuleInfo> BY_ID = Maps.uniqueIndex(
            List.of(
                    CONTRADICTION,
                    VALUE,
                    HOST_BITS,
                    FUNCTION,
                    REPLACED,
                    MORE,
                    ZONE,
                    IPV4_OVERLAP,
                    IPV6_OVERLAP,
                    ONE_TO_ONE,
                    SUBNET_ROOM,
                    IPV4_SIZE,
                    IPV6_SIZE,
                    LOAD_BALANCER,
                    ENDPOINT,
                    EKS,
                    DATABASE),
            RuleInfo::id);

    private ReadRules() {}

    private static RuleInfo standard(String id) {
        return Ec2Rules.standard().find(id).orElseThrow();
    }

    static ImmutableCollection<RuleInfo> all() {
        return BY_ID.values();
    }

    public static Optional<RuleInfo> find(String id) {
        RuleInfo info = BY_ID.get(id);
        return info == null && RequestRules.IDS.contains(id) ? RequestRules.find(id) : Optional.ofNullable(info);
    }
}
