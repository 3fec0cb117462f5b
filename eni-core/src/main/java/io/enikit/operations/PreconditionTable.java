package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import io.enikit.rules.Phase;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables of preconditions, one a noun. Each is loaded when a call is first about its noun. */
enum PreconditionTable {
    RESOURCE,
    VPC,
    SUBNET,
    GROUP,
    GROUP_RULE,
    ENI,
    ADDRESS,
    ATTACHMENT,
    TRUNK,
    ELASTIC_IP,
    INSTANCE,
    LAUNCH;

    private static final Comparator<Precondition> ORDER = Comparator.<Precondition, Phase>comparing(
                    precondition -> precondition.info().phase())
            .thenComparing(precondition -> precondition.info().id());

    /** What was looked up before: the preconditions of a type of operations by the tables it is about, in order. */
    private static final Map<Class<?>, Map<Integer, List<Precondition>>> KNOWN = new ConcurrentHashMap<>();

    /** Returns the preconditions of a call, in the order in which they are looked at. */
    static List<Precondition> of(Call call) {
        Class<?> type = call.operation().getClass();
        return KNOWN.computeIfAbsent(type, each -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        about(call),
                        tables -> in(tables(tables)).stream()
                                .filter(precondition -> precondition.isAbout(type))
                                .toList());
    }

    /** Returns all preconditions, in the order in which they are looked at. */
    static List<Precondition> all() {
        return in(Arrays.asList(values()));
    }

    private static List<Precondition> in(Collection<PreconditionTable> tables) {
        return tables.stream()
                .flatMap(table -> table.entries().stream())
                .sorted(ORDER)
                .toList();
    }

    private ImmutableList<Precondition> entries() {
        return switch (this) {
            case RESOURCE -> ResourcePreconditions.ALL;
            case VPC -> VpcPreconditions.ALL;
            case SUBNET -> SubnetPreconditions.ALL;
            case GROUP -> GroupPreconditions.ALL;
            case GROUP_RULE -> GroupRulePreconditions.ALL;
            case ENI -> EniPreconditions.ALL;
            case ADDRESS -> AddressPreconditions.ALL;
            case ATTACHMENT -> AttachmentPreconditions.ALL;
            case TRUNK -> TrunkPreconditions.ALL;
            case ELASTIC_IP -> ElasticIpPreconditions.ALL;
            case INSTANCE -> InstancePreconditions.ALL;
            case LAUNCH -> LaunchPreconditions.ALL;
        };
    }

    private static List<PreconditionTable> tables(int bits) {
        return Arrays.stream(values())
                .filter(table -> (bits & table.bit()) != 0)
                .toList();
    }

    @SuppressWarnings("EnumOrdinal") // for the time of a look-up
    private int bit() {
        return 1 << ordinal();
    }

    /** Returns the tables that a call is about, a bit each; a test holds that no entry of another one has anything to say. */
    private static int about(Call call) {
        int tables = 0;
        for (ResourceId id : call.named()) {
            tables |= of(id.kind()).bit();
        }
        Operation operation = call.operation();
        return tables
                | bitIf(!call.created().isEmpty() || !call.tagged().isEmpty(), RESOURCE)
                | bitIf(!call.createdEnis().isEmpty() || !call.attributes().isEmpty(), ENI)
                | bitIf(
                        !call.attached().isEmpty() || !call.attachmentIds().isEmpty() || operation instanceof DetachEni,
                        ATTACHMENT)
                | bitIf(
                        !call.requests().isEmpty()
                                || !call.unassigned().isEmpty()
                                || operation instanceof AssignPrivateIpAddresses,
                        ADDRESS)
                | bitIf(!call.blocks().isEmpty(), VPC)
                | bitIf(operation instanceof CreateSubnet, SUBNET)
                | bitIf(operation instanceof CreateSecurityGroup, GROUP)
                | bitIf(call.isAboutRules(), GROUP_RULE)
                | bitIf(operation instanceof LaunchInstance, LAUNCH)
                | bitIf(
                        operation instanceof AssociateTrunkInterface || operation instanceof DisassociateTrunkInterface,
                        TRUNK);
    }

    private static PreconditionTable of(ResourceKind kind) {
        return switch (kind) {
            case PLAN -> RESOURCE;
            case VPC -> VPC;
            case SUBNET -> SUBNET;
            case SECURITY_GROUP -> GROUP;
            case INSTANCE -> INSTANCE;
            case ENI -> ENI;
            case ELASTIC_IP -> ELASTIC_IP;
        };
    }

    private static int bitIf(boolean condition, PreconditionTable table) {
        return condition ? table.bit() : 0;
    }
}
