package io.enikit.fake;

import io.enikit.model.Instance;
import java.util.Optional;

/** Shows again what a launch said that is outside of the network: the image, the key, how it is monitored. */
final class LaunchEcho {
    private static final String PLACEMENT = "Placement";
    private static final String MONITORING = "Monitoring";

    private LaunchEcho() {}

    static void put(Call call, Instance instance, Item item) {
        Optional<Item> launch =
                Optional.ofNullable(call.state().kept().get(instance.id().toString()));
        item.put("ImageId", launch.flatMap(each -> each.find("ImageId")))
                .put("KeyName", launch.flatMap(each -> each.find("KeyName")))
                .put("KernelId", launch.flatMap(each -> each.find("KernelId")))
                .put("RamdiskId", launch.flatMap(each -> each.find("RamdiskId")))
                .put(
                        "EbsOptimized",
                        fact(call, instance, "EbsOptimized")
                                .or(() -> launch.flatMap(each -> each.find("EbsOptimized")))
                                .orElse("false"));
        boolean monitored = launch.flatMap(each -> each.item(MONITORING))
                .map(each -> each.isTrue("Enabled"))
                .orElse(false);
        item.child(MONITORING).put("State", monitored ? "enabled" : "disabled");
        Item placement = item.child(PLACEMENT).put("GroupName", "").put("Tenancy", "default");
        launch.flatMap(each -> each.item(PLACEMENT)).ifPresent(stated -> copy(stated, placement));
        metadata(launch.flatMap(each -> each.item("MetadataOptions")), item.child("MetadataOptions"));
        options(launch, item, "HibernationOptions", "Configured", "false");
        options(launch, item, "EnclaveOptions", "Enabled", "false");
        options(launch, item, "MaintenanceOptions", "AutoRecovery", "default");
        options(launch, item, "NetworkPerformanceOptions", "BandwidthWeighting", "default");
        options(launch, item, "PrivateDnsNameOptions", "HostnameType", "ip-name");
        item.item("PrivateDnsNameOptions").ifPresent(names -> {
            for (String record : new String[] {"EnableResourceNameDnsARecord", "EnableResourceNameDnsAAAARecord"}) {
                names.put(record, names.text(record, "false"));
            }
        });
        launch.flatMap(each -> each.item("CpuOptions")).ifPresent(stated -> copy(stated, item.child("CpuOptions")));
        launch.flatMap(each -> each.item("IamInstanceProfile")).ifPresent(stated -> profile(call, stated, item));
        launch.ifPresent(each -> devices(call, instance, each, item));
    }

    private static Optional<String> fact(Call call, Instance instance, String name) {
        return Optional.ofNullable(call.facts(instance.id()).get(name));
    }

    /** Copies the texts that both shapes have. */
    static void copy(Item from, Item to) {
        for (Member member : from.shape().members()) {
            if (to.shape().has(member.name()) && !member.list() && member.type() != Member.Type.STRUCTURE) {
                to.put(member.name(), from.find(member.name()));
            }
        }
    }

    private static void metadata(Optional<Item> stated, Item item) {
        item.put("State", "applied")
                .put("HttpTokens", "optional")
                .put("HttpPutResponseHopLimit", 1)
                .put("HttpEndpoint", "enabled")
                .put("HttpProtocolIpv6", "disabled")
                .put("InstanceMetadataTags", "disabled");
        stated.ifPresent(options -> copy(options, item));
    }

    private static void options(Optional<Item> launch, Item item, String member, String option, String usual) {
        Item options = item.child(member).put(option, usual);
        launch.flatMap(each -> each.item(member)).ifPresent(stated -> copy(stated, options));
    }

    private static void profile(Call call, Item stated, Item item) {
        String arn = stated.find("Arn")
                .orElseGet(
                        () -> "arn:aws:iam::" + call.account().id() + ":instance-profile/" + stated.text("Name", ""));
        item.child("IamInstanceProfile")
                .put("Arn", arn)
                .put("Id", "AIPA" + Ids.derived("", arn).substring(1).toUpperCase(java.util.Locale.ROOT));
    }

    private static void devices(Call call, Instance instance, Item launch, Item item) {
        for (Item each : launch.items("BlockDeviceMappings")) {
            Optional<Item> disk = each.item("Ebs");
            if (disk.isPresent() && !each.has("NoDevice")) {
                String device = each.text("DeviceName", "/dev/sda1");
                item.append("BlockDeviceMappings")
                        .put("DeviceName", device)
                        .child("Ebs")
                        .put("VolumeId", Ids.derived("vol", instance.id() + device))
                        .put("DeleteOnTermination", disk.get().text("DeleteOnTermination", "true"))
                        .put("AttachTime", call.facts(instance.id()).get(InstanceView.LAUNCH_TIME))
                        .put("Status", "attached");
            }
        }
    }
}
