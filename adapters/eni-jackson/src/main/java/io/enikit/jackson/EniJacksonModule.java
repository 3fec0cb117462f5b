package io.enikit.jackson;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.model.CidrReservation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import io.enikit.net.MacAddress;

/**
 * Writes and reads values as JSON strings, and as keys of JSON objects.
 *
 * <p>The strings are what {@code toString} prints, for addresses, blocks, ranges, sets, MACs, ids, addresses of
 * interfaces and CIDR reservations; {@link PlanText} for plans; and what {@code write} prints for layouts and pools.
 *
 * <p>Text is read as strictly as the types themselves read it: the empty string and blanks are refused. What is refused
 * ends in Jackson's {@link com.fasterxml.jackson.databind.exc.InvalidFormatException}, with the message of the type, the
 * place in the text, and the place in the JSON. A JSON null is null.
 *
 * <p>Mappers that look for modules find this one. To name it instead, call {@code registerModule(new EniJacksonModule())}.
 */
public final class EniJacksonModule extends Module {
    /** Makes the module; one serves any number of mappers. */
    public EniJacksonModule() {}

    @Override
    public String getModuleName() {
        return "io.enikit.jackson";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        TextForms forms = new TextForms();
        forms.add(IpAddress.class, IpAddress::toString, IpAddress::valueOf);
        forms.add(Cidr.class, Cidr::toString, Cidr::valueOf);
        forms.add(IpRange.class, IpRange::toString, IpRange::valueOf);
        forms.add(IpSet.class, IpSet::toString, IpSet::valueOf);
        forms.add(MacAddress.class, MacAddress::toString, MacAddress::valueOf);
        forms.add(VpcId.class, VpcId::toString, VpcId::valueOf);
        forms.add(SubnetId.class, SubnetId::toString, SubnetId::valueOf);
        forms.add(SecurityGroupId.class, SecurityGroupId::toString, SecurityGroupId::valueOf);
        forms.add(InstanceId.class, InstanceId::toString, InstanceId::valueOf);
        forms.add(EniId.class, EniId::toString, EniId::valueOf);
        forms.add(ElasticIpId.class, ElasticIpId::toString, ElasticIpId::valueOf);
        forms.add(EniAddress.class, EniAddress::toString, EniAddress::valueOf);
        forms.add(CidrReservation.class, CidrReservation::toString, CidrReservation::valueOf);
        forms.add(NetworkPlan.class, PlanText::write, PlanText::read);
        forms.add(CidrLayout.class, CidrLayout::write, CidrLayout::read);
        forms.add(CidrPool.class, CidrPool::write, CidrPool::read);
        forms.addTo(context);
    }
}
