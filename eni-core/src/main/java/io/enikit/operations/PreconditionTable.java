package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The tables of preconditions, one a noun. Each is loaded when a call is first about its noun. */
enum PreconditionTable {
    RESOURCE,
    VPC,
    SUBNET,
    GROUP,
    GROUP_RULE,
    ENI,
    NEW_ENI,
    ENI_CHANGE,
    ADDRESS,
    ATTACHMENT,
    DETACHMENT,
    TRUNK,
    ELASTIC_IP,
    INSTANCE,
    LAUNCH;

    private static final int ALL_TABLES = -1;

    /** What was looked up before: the preconditions of a type of operations by the tables it is about, in order. */
    private static final Map<Class<?>, Map<Integer, List<Precondition>>> KNOWN = new ConcurrentHashMap<>();

    /** Returns the preconditions of a call, in the order in which they are looked at. */
    static List<Precondition> of(Call call) {
        Class<?> type = call.operation().getClass();
        return KNOWN.computeIfAbsent(type, each -> new ConcurrentHashMap<>())
                .computeIfAbsent(about(call), tables -> in(tables, entry -> entry.isAbout(type)));
    }

    /** Returns all preconditions, in the order in which they are looked at. */
    static List<Precondition> all() {
        return in(ALL_TABLES, entry -> true);
    }

    /** Returns those entries of some tables, a bit each, that are wanted. */
    private static List<Precondition> in(int tables, Predicate<Precondition> wanted) {
        List<Precondition> entries = new ArrayList<>();
        for (PreconditionTable table : values()) {
            if ((tables & table.bit()) != 0) {
                for (Precondition entry : table.entries()) {
                    if (wanted.test(entry)) {
                        entries.add(entry);
                    }
                }
            }
        }
        entries.sort(PreconditionTable::byPhase);
        return List.copyOf(entries);
    }

    private static int byPhase(Precondition one, Precondition other) {
        int byPhase = one.info().phase().compareTo(other.info().phase());
        return byPhase != 0 ? byPhase : one.info().id().compareTo(other.info().id());
    }

    private ImmutableList<Precondition> entries() {
        return switch (this) {
            case RESOURCE -> ResourcePreconditions.ALL;
            case VPC -> VpcPreconditions.ALL;
            case SUBNET -> SubnetPreconditions.ALL;
            case GROUP -> GroupPreconditions.ALL;
            case GROUP_RULE -> GroupRulePreconditions.ALL;
            case ENI -> EniPreconditions.ALL;
            case NEW_ENI -> EniPreconditions.OfNew.ALL;
            case ENI_CHANGE -> EniPreconditions.OfChanges.ALL;
            case ADDRESS -> AddressPreconditions.ALL;
            case ATTACHMENT -> AttachmentPreconditions.ALL;
            case DETACHMENT -> AttachmentPreconditions.OfDetaching.ALL;
            case TRUNK -> TrunkPreconditions.ALL;
            case ELASTIC_IP -> ElasticIpPreconditions.ALL;
            case INSTANCE -> InstancePreconditions.ALL;
            case LAUNCH -> LaunchPreconditions.ALL;
        };
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
                | bitIf(!call.createdEnis().isEmpty(), NEW_ENI)
                | bitIf(!call.changed().isEmpty() || !call.attributes().isEmpty(), ENI_CHANGE)
                | bitIf(!call.attached().isEmpty(), ATTACHMENT)
                | bitIf(!call.attachmentIds().isEmpty() || operation instanceof DetachEni, DETACHMENT)
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
