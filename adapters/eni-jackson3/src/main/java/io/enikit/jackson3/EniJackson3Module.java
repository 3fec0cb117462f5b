package io.enikit.jackson3;

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
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes and reads values as JSON strings, and as keys of JSON objects.
 *
 * <p>The strings are what {@code toString} prints, for addresses, blocks, ranges, sets, MACs, ids, addresses of
 * interfaces and CIDR reservations; {@link PlanText} for plans; and what {@code write} prints for layouts and pools.
 *
 * <p>Text is read as strictly as the types themselves read it: the empty string and blanks are refused. What is refused
 * ends in Jackson's {@link tools.jackson.databind.exc.InvalidFormatException}, with the message of the type, the
 * place in the text, and the place in the JSON. A JSON null is null.
 *
 * <p>Mappers that look for modules find this one. To name it instead, call {@code addModule(new EniJackson3Module())} on their builder.
 */
public final class EniJackson3Module extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Makes the module; one serves any number of mappers. */
    public EniJackson3Module() {
        super("io.enikit.jackson3");
        add(IpAddress.class, IpAddress::toString, IpAddress::valueOf);
        add(Cidr.class, Cidr::toString, Cidr::valueOf);
        add(IpRange.class, IpRange::toString, IpRange::valueOf);
        add(IpSet.class, IpSet::toString, IpSet::valueOf);
        add(MacAddress.class, MacAddress::toString, MacAddress::valueOf);
        add(VpcId.class, VpcId::toString, VpcId::valueOf);
        add(SubnetId.class, SubnetId::toString, SubnetId::valueOf);
        add(SecurityGroupId.class, SecurityGroupId::toString, SecurityGroupId::valueOf);
        add(InstanceId.class, InstanceId::toString, InstanceId::valueOf);
        add(EniId.class, EniId::toString, EniId::valueOf);
        add(ElasticIpId.class, ElasticIpId::toString, ElasticIpId::valueOf);
        add(EniAddress.class, EniAddress::toString, EniAddress::valueOf);
        add(CidrReservation.class, CidrReservation::toString, CidrReservation::valueOf);
        add(NetworkPlan.class, PlanText::write, PlanText::read);
        add(CidrLayout.class, CidrLayout::write, CidrLayout::read);
        add(CidrPool.class, CidrPool::write, CidrPool::read);
    }

    private <T> void add(Class<T> type, TextForm.Writer<T> writer, TextForm.Reader<T> reader) {
        TextForm<T> form = new TextForm<>(type, writer, reader);
        addSerializer(type, new TextSerializer<>(form));
        addKeySerializer(type, new KeyTextSerializer<>(form));
        addDeserializer(type, new TextDeserializer<>(form));
        addKeyDeserializer(type, new KeyTextDeserializer<>(form));
    }
}
