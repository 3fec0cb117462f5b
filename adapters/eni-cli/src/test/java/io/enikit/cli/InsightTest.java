package io.enikit.cli;

import static io.enikit.cli.Eni.eni;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.cli.Eni.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that answer an operator's questions. */
class InsightTest {
    @TempDir
    Path folder;

    private String plan = "";

    @BeforeEach
    void write() throws IOException {
        plan = Eni.file(folder, "a.plan", Eni.PLAN);
    }

    @Test
    void who_all_namesOwnersAndWhatSaysSo() {
        Answer answer = eni("who", plan);
        assertThat(answer.status()).isZero();
        assertThat(answer.out().lines())
                .hasSize(4)
                .anyMatch(line -> line.matches("eni-1 +EC2 instance app +its attachment +detach it, .*"))
                .anyMatch(line -> line.matches("eni-2 +unknown +it is not attached +ask whoever made it"))
                .anyMatch(line -> line.matches("eni-3 +NAT gateway nat-0123456789abcdef0 .*delete the NAT gateway"));
    }

    @Test
    void who_chosen_isThatOnly() {
        assertThat(eni("who", plan, "--address", "10.0.0.11").out())
                .contains("eni-2")
                .hasLineCount(2);
        assertThat(eni("who", plan, "--interface", "eni-1").out())
                .contains("eni-1")
                .hasLineCount(2);
        assertThat(eni("who", plan, "--unknown").out()).contains("eni-2").hasLineCount(2);
        Answer nobody = eni("who", plan, "--address", "10.0.0.12");
        assertThat(nobody.status()).isEqualTo(1);
        assertThat(nobody.out()).isEqualTo("no interface\n");
        Answer misread = eni("who", plan, "--interface", "eni-9");
        assertThat(misread.status()).isEqualTo(2);
        assertThat(misread.err()).isEqualTo("eni: interface \"eni-9\": it is not in these files\n");
        assertThat(eni("who", plan, "--address", "10.0.0").err()).contains("10.0.0");
    }

    @Test
    void blocks_somethingInTheWay_isListedInOrder() {
        Answer answer = eni("blocks", "a", plan);
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out().lines().map(line -> line.replaceAll(":.*", "")))
                .containsExactly(
                        "TerminateInstances instance app",
                        "DeleteNetworkInterface eni eni-1",
                        "DeleteNetworkInterface eni eni-2",
                        "DeleteSubnet subnet a");
    }

    @Test
    void blocks_nothingInTheWay_isZero() {
        Answer answer = eni("blocks", "second", plan);
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).startsWith("DeleteVpc vpc other: ").hasLineCount(1);
    }

    @Test
    void blocks_asCommands_sayWhatOnlyTheOwnerCanDo() {
        Answer answer = eni("blocks", "b", plan, "--format", "aws");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("# (its owner) eni eni-3: "))
                .anyMatch(line -> line.equals("aws ec2 delete-subnet --subnet-id \"$subnet_b\""));
    }

    @Test
    void blocks_gateway_isDetached() throws IOException {
        String open =
                Eni.file(folder, "open.plan", Eni.PLAN.replace("vpc main", "vpc main internetGatewayAttached=true"));
        assertThat(eni("blocks", "main", open, "--gateway").out()).contains("DetachInternetGateway vpc main: ");
        assertThat(eni("blocks", "main", plan, "--gateway").err()).contains("VPC \"main\" has no internet gateway");
        assertThat(eni("blocks", "a", plan, "--gateway").err()).contains("--gateway: \"a\" is no VPC");
    }

    @Test
    void blocks_unknownOrSeveral_isRefused() throws IOException {
        assertThat(eni("blocks", "nothing", plan).err()).isEqualTo("eni: \"nothing\": it is not in these files\n");
        String twice = Eni.file(
                folder,
                "twice.plan",
                Eni.PLAN.replace("subnet b", "subnet main").replace("subnet=b", "subnet=main"));
        assertThat(eni("blocks", "main", twice).err()).contains("choose one of vpc:main, subnet:main");
        assertThat(eni("blocks", "vpc:main", twice).out()).contains("DeleteVpc vpc main: ");
    }

    @Test
    void leaks_oneCaptureOrTwo_differInCertainty() {
        Answer once = eni("leaks", plan);
        assertThat(once.status()).isEqualTo(1);
        assertThat(once.out().lines().skip(1)).singleElement().asString().startsWith("possible   eni eni-2  ");
        Answer twice = eni("leaks", plan, "--before", plan);
        assertThat(twice.out().lines().skip(1)).singleElement().asString().startsWith("likely     eni eni-2  ");
        Answer certain = eni("leaks", plan, "--before", plan, "--at-least", "certain");
        assertThat(certain.status()).isZero();
        assertThat(certain.out()).isEqualTo("no leaks\n");
        assertThat(eni("leaks", plan, "--at-least", "perhaps").status()).isEqualTo(2);
    }

    @Test
    void room_ofNodes_saysWhereAndWhatRunsOut() {
        Answer fits = eni("room", plan, "--vpc", "main", "--nodes", "4", "--type", "m5.large", "--pods", "6");
        assertThat(fits.status()).as(fits.toString()).isZero();
        assertThat(fits.out()).contains("4 of 4 nodes: a 2, b 2", "without eu-west-1a: all find a place");
        Answer full = eni("room", plan, "--vpc", "main", "--nodes", "40", "--type", "m5.large", "--pods", "6");
        assertThat(full.status()).isEqualTo(1);
        assertThat(full.out())
                .contains(
                        "22 of 40 nodes",
                        "InsufficientFreeAddressesInSubnet",
                        "a further block that would do: 100.64.0.0/");
    }

    @Test
    void room_lossOfAZone_countsIfAsked() {
        String[] nodes = {"room", plan, "--vpc", "main", "--nodes", "20", "--type", "m5.large", "--pods", "6"};
        assertThat(eni(nodes).status()).isZero();
        assertThat(eni(nodes).out()).contains("without eu-west-1a: 9 find no place");
        String[] strict = Arrays.copyOf(nodes, nodes.length + 1);
        strict[nodes.length] = "--zone-loss";
        assertThat(eni(strict).status()).isEqualTo(1);
        assertThat(eni(strict).out()).contains("a further block that would do: ");
    }

    @Test
    void room_furtherBlock_asCommands() {
        assertThat(eni("room", plan, "--vpc=main", "--nodes=40", "--type=m5.large", "--pods=6", "--commands")
                        .out()
                        .lines())
                .hasSize(3)
                .allMatch(line -> line.contains("aws ec2 "))
                .anyMatch(line -> line.contains("associate-vpc-cidr-block"));
    }

    @Test
    void room_misuse_isExplained() {
        assertThat(eni("room", plan).err())
                .contains("there are 2 VPCs in these files: choose one with --vpc, of [main, other]");
        assertThat(eni("room", plan, "--vpc=main", "--type=m5.lage").err()).contains("did you mean m5.large");
        assertThat(eni("room", plan, "--vpc=main", "--type=m5.large", "--pods=30")
                        .err())
                .contains("m5.large holds fewer pods than 30");
        assertThat(eni("room", plan, "--vpc=main", "--type=m5.large", "--nodes=-1")
                        .err())
                .contains("--nodes: ");
        assertThat(eni("room", plan, "--vpc=main", "--commands").err()).contains("give the --type");
        assertThat(eni("room", plan, "--vpc=second").out()).contains("a load balancer: not possible");
    }
}
