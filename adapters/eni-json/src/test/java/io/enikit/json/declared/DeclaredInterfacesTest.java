package io.enikit.json.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.json.PlanReader;
import io.enikit.json.ReadLimits;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.json.UnreadableException;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.InterfaceType;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import org.junit.jupiter.api.Test;

/** Interfaces that templates declare, with everything that they may state. */
class DeclaredInterfacesTest {
    private static Reading read(ReadLimits limits, String properties) {
        return PlanReader.create().withLimits(limits).read(Source.of("t.yaml", """
                Parameters: {P: {Type: String}, Q: {Type: String}}
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  Sub: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.0.0.0/24}}
                  Eni: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref Sub, PROPERTIES}}
                """.replace("PROPERTIES", properties)));
    }

    private static Eni eni(String properties) {
        return read(ReadLimits.defaults(), properties).plan().eni("Eni").orElseThrow();
    }

    private static EniAddress address(String text, boolean primary) {
        return new EniAddress(IpAddress.parse(text), primary);
    }

    @Test
    void interface_hasWhatItStates() {
        Eni eni = eni("Description: of a test, InterfaceType: efa, SourceDestCheck: false,"
                + " Ipv4Prefixes: [{Ipv4Prefix: 10.0.0.64/28}], Ipv6Prefixes: [{Ipv6Prefix: '2001:db8::/80'}]");
        assertThat(eni.description()).isEqualTo("of a test");
        assertThat(eni.interfaceType()).isEqualTo(InterfaceType.of("efa"));
        assertThat(eni.sourceDestCheck()).isFalse();
        assertThat(eni.ipv4Prefixes()).containsExactly(Cidr.parse("10.0.0.64/28"));
        assertThat(eni.ipv6Prefixes()).containsExactly(Cidr.parse("2001:db8::/80"));
        assertThat(eni.addressDemand()).hasToString("1 IPv4 address");
    }

    @Test
    void addresses_areThoseThatStandAloneAndInTheList() {
        assertThat(eni("PrivateIpAddress: 10.0.0.10, PrivateIpAddresses: [{Primary: true, PrivateIpAddress: 10.0.0.10},"
                                + " {Primary: false, PrivateIpAddress: 10.0.0.11}]")
                        .privateIpAddresses())
                .containsExactly(address("10.0.0.10", true), address("10.0.0.11", false));
    }

    @Test
    void firstIpv6Address_isPrimaryIfThatIsEnabled() {
        String addresses = "Ipv6Addresses: [{Ipv6Address: '2001:db8::1'}, {Ipv6Address: '2001:db8::2'}]";
        assertThat(eni("EnablePrimaryIpv6: true, " + addresses).ipv6Addresses())
                .containsExactly(address("2001:db8::1", true), address("2001:db8::2", false));
        assertThat(eni(addresses).ipv6Addresses())
                .containsExactly(address("2001:db8::1", false), address("2001:db8::2", false));
    }

    @Test
    void addressesThatAreNotKnown_areDemanded() {
        assertThat(eni("PrivateIpAddresses: [{Primary: true, PrivateIpAddress: !Ref P},"
                                + " {Primary: false, PrivateIpAddress: !Ref Q}]")
                        .addressDemand())
                .hasToString("2 IPv4 addresses");
        assertThat(eni("PrivateIpAddresses: [!Ref P, !Ref Q], SecondaryPrivateIpAddressCount: 4")
                        .addressDemand())
                .hasToString("7 IPv4 addresses");
    }

    @Test
    void addressesThatEc2Chooses_areCharged() {
        String counts =
                "SecondaryPrivateIpAddressCount: 3, Ipv4PrefixCount: 2, Ipv6AddressCount: 5, Ipv6PrefixCount: 1";
        assertThat(eni(counts).addressDemand())
                .hasToString("4 IPv4 addresses, 2 IPv4 prefixes, 5 IPv6 addresses, 1 IPv6 prefix");
        assertThat(read(ReadLimits.defaults().withAddresses(12), counts).plan().enis())
                .hasSize(1);
        assertThatThrownBy(() -> read(ReadLimits.defaults().withAddresses(11), counts))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("t.yaml: there are more than 11 addresses and prefixes that EC2 is to choose");
    }
}
