package io.enikit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.TrunkAssociation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose interfaces are, in the shapes that real accounts show. */
class InterfaceOwnerTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            instance i-0aaaaaaaaaaaaaaaa instanceType=m5.large
            instance i-0bbbbbbbbbbbbbbbb instanceType=m5.large tag:eks:cluster-name=prod
            instance i-0cccccccccccccccc instanceType=m5.large tag:kubernetes.io/cluster/dev=owned
            instance i-0dddddddddddddddd instanceType=m5.large tag:kubernetes.io/cluster/dev=shared
            end
            """);

    record Row(OwnerKind kind, Optional<String> name, Eni eni) {
        @Override
        public String toString() {
            return kind + " " + eni.interfaceType() + " " + eni.description();
        }
    }

    static Stream<Row> rows() {
        try {
            return Resources.readLines(
                            Resources.getResource(InterfaceOwnerTest.class, "owners.txt"), StandardCharsets.UTF_8)
                    .stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(InterfaceOwnerTest::row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        List<String> cells = Splitter.on('|').splitToList(line);
        Eni.Builder eni = Eni.builder()
                .id("eni-0123456789abcdef0")
                .subnetId("subnet-0123")
                .interfaceType(InterfaceType.of(cells.get(2)))
                .requesterManaged(cells.get(3).equals("m"))
                .requesterId(Optional.of(cells.get(4)).filter(text -> !text.isEmpty()))
                .description(cells.get(6));
        switch (cells.get(5)) {
            case "free" -> {}
            case "ela" -> eni.attachment(at().attachmentId("ela-attach-0123").build());
            case "att" -> eni.attachment(at().attachmentId("eni-attach-0123").build());
            case "other" -> eni.attachment(at().instanceOwnerId("210987654321").build());
            case "amazon" -> eni.attachment(at().instanceOwnerId("amazon-aws").build());
            case "branch" ->
                eni.trunkAssociation(new TrunkAssociation(EniId.of("eni-trunk"), TrunkAssociation.Protocol.VLAN, 7));
            case "plain" ->
                eni.attachment(at().instanceId("i-0aaaaaaaaaaaaaaaa").build());
            case "node" -> eni.attachment(at().instanceId("i-0bbbbbbbbbbbbbbbb").build());
            case "own" -> eni.attachment(at().instanceId("i-0cccccccccccccccc").build());
            case "shared" ->
                eni.attachment(at().instanceId("i-0dddddddddddddddd").build());
            default -> eni.attachment(at().instanceId("i-0eeeeeeeeeeeeeeee").build());
        }
        return new Row(
                OwnerKind.valueOf(cells.get(0)),
                Optional.of(cells.get(1)).filter(text -> !text.isEmpty()),
                eni.build());
    }

    private static Attachment.Builder at() {
        return Attachment.builder().deviceIndex(1);
    }

    @Test
    void rows_areMany() {
        assertThat(rows()).hasSizeGreaterThan(50);
        assertThat(rows().map(Row::kind)).contains(OwnerKind.values());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void of_interfaceOfARealShape_isRightOrUnknown(Row row) {
        InterfaceOwner owner = InterfaceOwner.of(row.eni(), PLAN);
        assertThat(owner.kind()).as(owner.toString()).isEqualTo(row.kind());
        assertThat(owner.name()).as(owner.toString()).isEqualTo(row.name());
        assertThat(owner.evidence()).isNotBlank();
        assertThat(owner.ask()).isNotBlank();
        assertThat(owner)
                .isEqualTo(InterfaceOwner.of(row.eni(), PLAN))
                .hasSameHashCodeAs(InterfaceOwner.of(row.eni(), PLAN));
    }

    @Test
    void of_interfaceAttachedByAnotherAccount_namesTheAccountToAsk() {
        Eni eni = Eni.builder()
                .id("eni-1")
                .subnetId("a")
                .attachment(at().instanceOwnerId("210987654321").build())
                .build();
        assertThat(InterfaceOwner.of(eni, PLAN))
                .hasToString("unknown (it is attached to an instance of 210987654321): ask 210987654321");
    }

    @Test
    void toString_ofAnOwner_isOneLine() {
        Eni eni = Eni.builder()
                .id("eni-1")
                .subnetId("a")
                .interfaceType(InterfaceType.of("nat_gateway"))
                .build();
        assertThat(InterfaceOwner.of(eni, PLAN))
                .hasToString("NAT gateway (by type nat_gateway): delete the NAT gateway");
    }

    @Test
    void of_interfaceThatNothingNames_saysWhetherItIsAttached() {
        Eni.Builder eni = Eni.builder().id("eni-1").subnetId("a");
        InterfaceOwner free = InterfaceOwner.of(eni.build(), PLAN);
        InterfaceOwner attached = InterfaceOwner.of(eni.attachment(at().build()).build(), PLAN);
        assertThat(free)
                .hasToString("unknown (it is not attached): ask whoever made it")
                .isNotEqualTo(attached);
        assertThat(attached).hasToString("unknown (it is attached to something unknown): find what it is attached to");
    }

    @Test
    void equals_ownersThatDifferInOnePart_isFalse() {
        InterfaceOwner owner = new InterfaceOwner(OwnerKind.EFS, Optional.of("fs-1"), "type efs", "delete it");
        assertThat(owner)
                .isEqualTo(new InterfaceOwner(OwnerKind.EFS, Optional.of("fs-1"), "type efs", "delete it"))
                .isNotEqualTo(new InterfaceOwner(OwnerKind.RDS, Optional.of("fs-1"), "type efs", "delete it"))
                .isNotEqualTo(new InterfaceOwner(OwnerKind.EFS, Optional.empty(), "type efs", "delete it"))
                .isNotEqualTo(new InterfaceOwner(OwnerKind.EFS, Optional.of("fs-1"), "", "delete it"))
                .isNotEqualTo(new InterfaceOwner(OwnerKind.EFS, Optional.of("fs-1"), "type efs", ""));
    }

    @Test
    void read_tableOfOwners_isARowForEachLineThatIsNoComment() throws IOException {
        long lines = Resources.readLines(
                        Resources.getResource(InterfaceOwner.class, "interface-owners.tsv"), StandardCharsets.UTF_8)
                .stream()
                .filter(line -> !line.startsWith("#"))
                .count();
        List<OwnerPattern> patterns = OwnerPattern.read();
        assertThat(patterns).hasSize((int) lines);
        Eni nat = Eni.builder()
                .id("eni-1")
                .subnetId("a")
                .interfaceType(InterfaceType.of("nat_gateway"))
                .build();
        assertThat(patterns.stream().flatMap(pattern -> pattern.match(nat).stream()))
                .extracting(InterfaceOwner::kind)
                .containsExactly(OwnerKind.NAT_GATEWAY);
    }
}
