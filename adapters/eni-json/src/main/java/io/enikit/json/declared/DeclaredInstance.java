package io.enikit.json.declared;

import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.text.ValueAccess;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import java.util.List;
import java.util.Optional;

/** Makes instances of what a template declares, with the interfaces that come with them. */
final class DeclaredInstance {
    private DeclaredInstance() {}

    static void read(Declared declared, Collector collector) {
        Optional<Declared> template = Launch.template(declared.properties().find("LaunchTemplate"), collector);
        Declared resource = template.map(each -> Launch.merged(declared, each)).orElse(declared);
        InstanceId id = InstanceId.of(resource.name());
        Properties properties = Properties.of(resource, id, collector);
        Optional<String> type = properties.textOrSymbol("InstanceType");
        collector.add(
                Instance.builder()
                        .id(id)
                        .instanceType(type.orElse(resource.symbol("InstanceType")))
                        .state(InstanceState.RUNNING)
                        .availabilityZone(properties.textOrSymbol("AvailabilityZone"))
                        .ownerId(properties.text("OwnerId"))
                        .tags(properties.tags())
                        .build(),
                resource.origin());
        if (type.isEmpty()) {
            collector.unknown(ValueAccess.get().unknown("the instance type is not given", resource.origin()));
        }
        List<Properties> interfaces = properties.objects("NetworkInterfaces");
        if (properties.isOpen("NetworkInterfaces")) {
            collector.interfacesUnknown(id);
        } else if (!interfaces.isEmpty()) {
            interfaces.forEach(each -> part(resource, id, each, collector));
        } else if (template.isEmpty() && properties.has("LaunchTemplate") && !properties.has("SubnetId")) {
            collector.unknown(
                    ValueAccess.get().unknown("the interfaces are those of the launch template", resource.origin()));
            collector.interfacesUnknown(id);
        } else {
            primary(resource, id, properties, collector);
        }
    }

    /** Reads an entry of the list of interfaces: one that is declared elsewhere, or one that comes with the instance. */
    private static void part(Declared resource, InstanceId instance, Properties properties, Collector collector) {
        Optional<EniId> elsewhere = properties.id("NetworkInterfaceId", EniId::of);
        if (elsewhere.isPresent()) {
            DeclaredEni.attach(elsewhere.get(), instance, properties.about(elsewhere.get()), collector);
            return;
        }
        Optional<Attachment> attachment = DeclaredEni.attachment(instance, properties, collector);
        attachment.ifPresent(place -> {
            String card = place.networkCardIndex() == 0 ? "" : "card" + place.networkCardIndex() + "-";
            EniId id = collector.free(EniId.of(resource.part(card + "eth" + place.deviceIndex())));
            Properties own = properties.about(id);
            Eni.Builder eni = DeclaredEni.eni(resource, id, own, collector).attachment(place);
            DeclaredEni.type(own, eni);
            DeclaredEni.groups(id, "GroupSet", own, eni, collector);
            collector.add(eni.build(), resource.origin());
        });
    }

    /** Adds the interface of an instance that declares none. */
    private static void primary(Declared resource, InstanceId instance, Properties properties, Collector collector) {
        EniId id = EniId.of(resource.part("eth0"));
        Properties own = properties.about(id);
        Eni.Builder eni = DeclaredEni.eni(resource, id, own, collector)
                .attachment(Attachment.builder()
                        .instanceId(instance)
                        .deviceIndex(0)
                        .deleteOnTermination(true)
                        .build());
        DeclaredEni.groups(id, "SecurityGroupIds", own, eni, collector);
        collector.add(eni.build(), resource.origin());
    }
}
