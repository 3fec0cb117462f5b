package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.model.ResourceId;
import io.enikit.rules.Phase;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** What was looked up before: the preconditions of a type of operations with certain parts, in order. */
    private static final Map<Key, List<Precondition>> KNOWN = new ConcurrentHashMap<>();

    private record Key(Class<?> type, Set<PreconditionTable> tables) {}

    /** Returns the preconditions of a call, in the order in which they are looked at. */
    static List<Precondition> of(Call call) {
        Class<?> type = call.operation().getClass();
        return KNOWN.computeIfAbsent(
                new Key(type, about(call)),
                key -> in(key.tables()).stream()
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

    /** Returns the tables that a call is about; a test holds that no entry of another one has anything to say. */
    private static Set<PreconditionTable> about(Call call) {
        Set<PreconditionTable> tables = EnumSet.noneOf(PreconditionTable.class);
        for (ResourceId id : call.named()) {
            tables.add(
                    switch (id.kind()) {
                        case PLAN -> RESOURCE;
                        case VPC -> VPC;
                        case SUBNET -> SUBNET;
                        case SECURITY_GROUP -> GROUP;
                        case INSTANCE -> INSTANCE;
                        case ENI -> ENI;
                        case ELASTIC_IP -> ELASTIC_IP;
                    });
        }
        addIf(!call.created().isEmpty() || !call.tagged().isEmpty(), RESOURCE, tables);
        addIf(!call.createdEnis().isEmpty() || !call.attributes().isEmpty(), ENI, tables);
        addIf(
                !call.attached().isEmpty() || !call.attachmentIds().isEmpty() || call.operation() instanceof DetachEni,
                ATTACHMENT,
                tables);
        addIf(
                !call.requests().isEmpty()
                        || !call.unassigned().isEmpty()
                        || call.operation() instanceof AssignPrivateIpAddresses,
                ADDRESS,
                tables);
        addIf(!call.blocks().isEmpty(), VPC, tables);
        addIf(call.operation() instanceof CreateSubnet, SUBNET, tables);
        addIf(call.operation() instanceof CreateSecurityGroup, GROUP, tables);
        addIf(call.isAboutRules(), GROUP_RULE, tables);
        addIf(call.operation() instanceof LaunchInstance, LAUNCH, tables);
        addIf(
                call.operation() instanceof AssociateTrunkInterface
                        || call.operation() instanceof DisassociateTrunkInterface,
                TRUNK,
                tables);
        return tables;
    }

    private static void addIf(boolean condition, PreconditionTable table, Set<PreconditionTable> tables) {
        if (condition) {
            tables.add(table);
        }
    }
}
