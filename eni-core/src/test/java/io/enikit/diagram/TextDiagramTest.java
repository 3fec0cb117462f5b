package io.enikit.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.PublicIpv4;
import io.enikit.model.SubnetId;
import io.enikit.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TextDiagramTest {
    private static List<String> between(NetworkPlan before, NetworkPlan after) {
        return TextDiagram.between(before, after).toString().lines().toList();
    }

    /** Returns the lines of the picture, without the sentences below it, that contain a text. */
    private static List<String> lines(List<String> lines, String text) {
        return picture(lines).stream().filter(line -> line.contains(text)).toList();
    }

    private static List<String> picture(List<String> lines) {
        return lines.stream().takeWhile(line -> !line.isEmpty()).toList();
    }

    /** Checks that each line is either blank or a whole line of a box, in the same columns on each side. */
    private static void assertAligned(List<String> lines) {
        int after = lines.get(0).indexOf("after");
        for (String line : lines.subList(1, lines.size())) {
            if (line.isEmpty()) {
                return; // what follows is no picture
            }
            assertThat("+-~ ").contains(line.substring(0, 1));
            assertThat(line.charAt(1)).isEqualTo(' ');
            assertThat((line + " ".repeat(after)).substring(after - 3, after)).isBlank();
            String left = line.substring(2, Math.min(line.length(), after)).strip();
            String right = line.length() > after ? line.substring(after) : "";
            assertThat(left).matches("(VPC .*|[┌│└].*[┐│┘])?");
            assertThat(right).matches("(VPC .*|[┌│└].*[┐│┘])?");
        }
    }

    @Test
    void between_interfaceThatMoves_isMarkedInBothPlaces_andNothingElseIs() {
        List<String> lines = between(Plans.small(), Plans.failedOver());
        assertAligned(lines);
        assertThat(lines(lines, "index 1  app-1/eth1")).hasSize(2).allMatch(line -> line.startsWith("~ "));
        assertThat(lines(lines, "10.0.0.6")).hasSize(2).allMatch(line -> line.startsWith("~ "));
        assertThat(lines.stream().filter(line -> line.matches("[-+~].*│.*"))).hasSize(4);
        assertThat(lines)
                .last()
                .isEqualTo("app-1/eth1 moved from app-1 to app-2, keeps 10.0.0.5, 10.0.0.6 and its MAC address");
    }

    @Test
    void between_fieldThatIsNotDrawn_isMarkedAndTold() {
        Eni eni = Plans.small().eni("app-2/eth0").orElseThrow();
        NetworkPlan after = Plans.small().toBuilder()
                .put(eni.toBuilder().sourceDestCheck(false).build())
                .build();
        List<String> lines = between(Plans.small(), after);
        assertThat(lines(lines, "app-2/eth0 ")).singleElement().asString().startsWith("~ ");
        assertThat(lines).last().isEqualTo("app-2/eth0 has sourceDestCheck false instead of true");
    }

    @Test
    void between_addedAndRemoved_haveTheirSigns() {
        NetworkPlan after = Plans.small().toBuilder()
                .remove(EniId.of("app-1/eth1"))
                .remove(SubnetId.of("native"))
                .add(Plans.eni("new", "10.0.0.9").build())
                .build();
        List<String> lines = between(Plans.small(), after);
        assertAligned(lines);
        assertThat(lines(lines, "app-1/eth1")).singleElement().asString().startsWith("- ");
        assertThat(lines(lines, "unattached  new")).singleElement().asString().startsWith("+ ");
        assertThat(lines(lines, "subnet native")).singleElement().asString().startsWith("- ");
        assertThat(lines(lines, "subnet web")).singleElement().asString().startsWith("~ ");
        assertThat(lines(lines, "app-2/eth0")).singleElement().asString().startsWith("  ");
    }

    @Test
    void between_plansWithNothingInCommon_areDrawn() {
        List<String> lines = between(Plans.small(), NetworkPlan.builder().build());
        assertAligned(lines);
        assertThat(picture(lines).stream().skip(1)).allMatch(line -> line.startsWith("- "));
        assertThat(picture(between(NetworkPlan.builder().build(), Plans.small())).stream()
                        .skip(1))
                .allMatch(line -> line.startsWith("+ "));
        assertThat(between(NetworkPlan.builder().build(), NetworkPlan.builder().build()))
                .containsExactly("  before   after");
    }

    @Test
    void between_samePlan_hasNoSigns() {
        assertThat(between(Plans.small(), Plans.small())).allMatch(line -> line.startsWith("  "));
    }

    @Property(tries = 200)
    void between_anyTwoPlans_bothAreWhole(
            @ForAll @Size(max = 6) List<@IntRange(max = 8) Integer> before,
            @ForAll @Size(max = 6) List<@IntRange(max = 8) Integer> after) {
        NetworkPlan one = scattered(before);
        NetworkPlan two = scattered(after);
        List<String> lines = between(one, two);
        assertAligned(lines);
        String drawn = String.join("\n", lines);
        for (NetworkPlan plan : List.of(one, two)) {
            plan.enis().forEach(eni -> assertThat(drawn).contains(eni.id() + " "));
        }
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("+ "))
                        .findAny()
                        .isPresent())
                .isEqualTo(two.resources()
                        .anyMatch(each -> one.find(each.resourceId()).isEmpty()));
    }

    /** Interfaces by number: each is attached to one of three instances, or to none. */
    private static NetworkPlan scattered(List<Integer> places) {
        NetworkPlan.Builder plan = Plans.small().toBuilder();
        for (int i = 0; i < places.size(); i++) {
            Eni.Builder eni = Plans.eni("e" + i, "10.0.0." + (20 + i));
            if (places.get(i) > 0) {
                eni.attachment("app-" + (1 + places.get(i) % 3), places.get(i));
            }
            plan.add(eni.build());
        }
        return plan.add(Plans.instance("app-3")).build();
    }

    @Test
    void withSlots_ofTwoPlans_asksForBoth() {
        String text = TextDiagram.between(Plans.small(), Plans.failedOver())
                .withSlots((plan, id) -> Optional.of(grid(plan, id)))
                .toString();
        assertThat(text).contains("2 of 3 interfaces used, 1 left", "1 of 3 interfaces used, 2 left");
        assertThat(lines(text.lines().toList(), "interfaces used")).hasSize(2).allMatch(line -> line.startsWith("~ "));
    }

    private static SlotGrid grid(NetworkPlan plan, InstanceId id) {
        List<Eni> enis = plan.enisOf(id);
        return SlotGrid.of(java.util.stream.IntStream.range(0, 3)
                .mapToObj(i -> SlotGrid.Slot.of(
                        0,
                        i,
                        i < enis.size() ? Optional.of(enis.get(i).id()) : Optional.empty(),
                        1,
                        OptionalInt.of(10)))
                .toList());
    }

    @Test
    void of_nameWithLineEndsAndWideSigns_keepsTheBoxWhole() {
        NetworkPlan plan = Plans.small().toBuilder()
                .add(Plans.eni("a\nb\u0000 日本", "10.0.0.9").build())
                .build();
        List<String> lines = TextDiagram.of(plan).toString().lines().toList();
        assertThat(lines(lines, "a\ufffdb\ufffd 日本")).hasSize(1);
        assertThat(lines.subList(1, 4).stream().map(TextBox::width).distinct()).hasSize(1);
        assertThat(lines.stream().skip(1).filter(line -> line.contains("unattached")))
                .singleElement()
                .satisfies(line -> assertThat(TextBox.width(line)).isEqualTo(TextBox.width(lines.get(1))));
    }

    @Test
    void publicAddress_standsBehindThePrimaryAddressOnly() {
        NetworkPlan plan = NetworkPlan.builder()
                .put(Eni.builder()
                        .id("e")
                        .subnetId("s")
                        .addPrivateIpAddress(new EniAddress(IpAddress.parse("10.0.0.8"), true))
                        .addPrivateIpAddress(new EniAddress(IpAddress.parse("10.0.0.9"), false))
                        .publicIpv4(new PublicIpv4(Optional.of(IpAddress.parse("203.0.113.7"))))
                        .build())
                .build();
        assertThat(TextDiagram.of(plan).toString().lines().filter(line -> line.contains("203.0.113.7")))
                .singleElement()
                .asString()
                .contains("10.0.0.8");
    }

    private static final NetworkPlan NAMED = PlanText.read("""
            eni-plan 1
            vpc vpc-1 cidrBlocks=10.0.0.0/16 tag:Name=main
            subnet subnet-1 vpc=vpc-1 availabilityZone=a cidrBlock=10.0.0.0/24 tag:Name=private
            subnet subnet-2 vpc=vpc-9 availabilityZone=b cidrBlock=10.9.0.0/24
            group sg-1 vpc=vpc-1 tag:Name=web
            instance i-1 instanceType=m5.large tag:Name=app
            instance i-2 instanceType=m5.large
            eni eni-1 subnet=subnet-1 privateIpAddresses=10.0.0.10* groups=sg-1 instance=i-1 deviceIndex=0 tag:Name=front
            eni eni-2 subnet=subnet-1 privateIpAddresses=10.0.0.11* instance=i-2 deviceIndex=0 interfaceType=efa
            eni eni-3 subnet=subnet-1 privateIpAddresses=10.0.0.12* interfaceType=trunk
            eni eni-4 subnet=subnet-1 privateIpAddresses=10.0.0.13* interfaceType=branch trunk=eni-3 vlanId=1
            eni eni-5 subnet=subnet-1 privateIpAddresses=10.0.0.14* interfaceType=nat_gateway requesterManaged=true
            eni eni-6 subnet=subnet-2 privateIpAddresses=10.9.0.15* instance=i-8 deviceIndex=0
            eni eni-7 subnet=subnet-7 privateIpAddresses=10.9.0.16* instance=i-9 deviceIndex=0
            eni eni-8 subnet=subnet-7 privateIpAddresses=10.9.0.17*
            eni eni-9 subnet=subnet-1 privateIpAddresses=10.0.0.18* requesterManaged=true
            eip eip-1 publicIp=203.0.113.5 networkInterface=eni-1 privateIpAddress=10.0.0.10
            eip eip-2 publicIp=203.0.113.6 tag:Name=spare
            eip eip-3 publicIp=203.0.113.7 networkInterface=eni-77 privateIpAddress=10.0.0.10
            end
            """);

    @Test
    void of_namesAndWhatIsNotRead_everythingIsThere() {
        assertThat(TextDiagram.of(NAMED).toString())
                .contains("VPC main 10.0.0.0/16", "VPC vpc-9 (not read)", "subnet private  10.0.0.0/24")
                .contains("┌─ app, m5.large, running", "┌─ i-2, m5.large, running")
                .contains("index 0  front  10.0.0.10 = 203.0.113.5", "private  [web]")
                .contains("index 0, efa  eni-2")
                .contains("branch of eni-3, VLAN 1  eni-4", "nat_gateway              eni-5")
                .contains("interface of a service   eni-9")
                .contains("┌─ attached to i-8 (not read)", "┌─ attached to i-9 (not read)")
                .contains("unattached  eni-8")
                .contains("spare  203.0.113.6  not associated", "eip-3  203.0.113.7  for eni-77 (not read)");
    }

    @Test
    void of_anIdThatIsTaken_isThereToo() {
        NetworkPlan twice =
                NAMED.toBuilder().add(NAMED.eni("eni-1").orElseThrow()).build();
        assertThat(TextDiagram.of(twice).toString()).contains("┌─ with an id that is taken ─┐", "│ eni eni-1 ");
    }

    @Test
    void withWidth_narrow_linesFitAndTheBoxesStayWhole() {
        for (int width : new int[] {40, 60, 80, 100}) {
            List<String> lines =
                    TextDiagram.of(NAMED).withWidth(width).toString().lines().toList();
            assertThat(lines).allMatch(line -> line.codePointCount(0, line.length()) <= width);
            if (width >= 60) {
                assertThat(lines).allMatch(line -> line.matches("VPC .*|[┌│└].*[┐│┘]"));
            }
            assertThat(TextDiagram.between(NAMED, NetworkPlan.builder().build())
                            .withWidth(width)
                            .toString()
                            .lines())
                    .allMatch(line -> line.codePointCount(0, line.length()) <= width);
        }
        assertThat(TextDiagram.of(NAMED).withWidth(500))
                .hasToString(TextDiagram.of(NAMED).toString());
        assertThatThrownBy(() -> TextDiagram.of(NAMED).withWidth(39))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 40 columns or more: 39");
    }

    @Test
    void withAtMost_ofMany_countsTheRest() {
        assertThat(TextDiagram.of(NAMED).withAtMost(1).toString())
                .contains("┌─ app, ", "and 1 more instance with 1 interface", "and 3 more unattached interfaces")
                .doesNotContain("eni-2", "eni-5");
        assertThatThrownBy(() -> TextDiagram.of(NAMED).withAtMost(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 0 or more: -1");
    }

    @Test
    void withOnlyChanges_ofAChange_leavesTheRestOut() {
        NetworkPlan after = PlanText.read(
                PlanText.write(NAMED).replace("instance=i-1 deviceIndex=0", "instance=i-2 deviceIndex=1"));
        String text = TextDiagram.between(NAMED, after).withOnlyChanges().toString();
        assertThat(text)
                .containsPattern("~ .*index 0 +front")
                .containsPattern("~ .*index 1 +front")
                .contains("┌─ app, ", "┌─ i-2, ")
                .contains("front moved from app to i-2, keeps 10.0.0.10 and its MAC address")
                .doesNotContain("eni-5", "i-8", "spare");
        assertThat(TextDiagram.of(NAMED).withOnlyChanges())
                .hasToString(TextDiagram.of(NAMED).toString());
    }
}
