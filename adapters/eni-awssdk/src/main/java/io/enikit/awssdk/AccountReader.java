package io.enikit.awssdk;

import io.enikit.json.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GetSubnetCidrReservationsResponse;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetCidrReservation;

/** Makes the calls that show what an account has. */
final class AccountReader {
    private static final String RESERVATIONS = "GetSubnetCidrReservations";
    private static final String GROUP_ASSOCIATIONS = "DescribeSecurityGroupVpcAssociations";

    /** What says that the account may not, or that the endpoint does not offer it; other failures may pass. */
    private static final Set<String> LACK_OF_RIGHTS = Set.of(
            "UnauthorizedOperation", "AccessDenied", "AccessDeniedException", "InvalidAction", "UnsupportedOperation");

    private final Ec2Client client;
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, String> notRead = new TreeMap<>();
    private final KnownIds ids = new KnownIds();
    private final Map<String, String> vpcOfGroup = new HashMap<>();
    private final List<NetworkInterface> enis = new ArrayList<>();

    AccountReader(Ec2Client client) {
        this.client = client;
        for (Listing each : Listing.ALL) {
            List<? extends SdkPojo> objects = allowed(
                            each.action(), () -> each.objects().apply(client).toList())
                    .orElse(List.of());
            if (!notRead.containsKey(each.action())) {
                add(each.action(), each.list(), objects);
            }
            if (each.list().equals("Subnets")) {
                readReservations(objects.stream().map(Subnet.class::cast).toList());
            }
        }
        if (notRead.containsKey(GROUP_ASSOCIATIONS)) {
            sources.add(Source.of(
                    "DescribeNetworkInterfaces", Map.of("SecurityGroupVpcAssociations", associationsInUse())));
        }
    }

    /** Lists what interfaces show of associations: a group of another VPC that EC2 let them have is associated. */
    private List<Map<String, String>> associationsInUse() {
        return enis.stream()
                .flatMap(eni -> eni.groups().stream()
                        .map(GroupIdentifier::groupId)
                        .filter(group -> !eni.vpcId().equals(vpcOfGroup.getOrDefault(group, eni.vpcId())))
                        .map(group -> Map.of("GroupId", group, "VpcId", eni.vpcId(), "State", "associated")))
                .distinct()
                .toList();
    }

    List<Source> sources() {
        return sources;
    }

    Map<String, String> notRead() {
        return notRead;
    }

    KnownIds ids() {
        return ids;
    }

    private void add(String action, String list, List<? extends SdkPojo> objects) {
        for (SdkPojo each : objects) {
            ids.add(each);
            if (each instanceof SecurityGroup group && group.vpcId() != null) {
                vpcOfGroup.put(group.groupId(), group.vpcId());
            } else if (each instanceof NetworkInterface eni && eni.vpcId() != null) {
                enis.add(eni);
            }
        }
        sources.add(Source.of(
                action, Map.of(list, objects.stream().map(SdkMaps::read).toList())));
    }

    /** Reads the reservations of subnets, until EC2 says that they may not be read. */
    private void readReservations(List<Subnet> subnets) {
        List<SubnetCidrReservation> reservations = new ArrayList<>();
        for (Subnet each : subnets) {
            allowed(RESERVATIONS, () -> reservationsOf(each)).ifPresent(reservations::addAll);
            if (notRead.containsKey(RESERVATIONS)) {
                return;
            }
        }
        add(RESERVATIONS, "SubnetIpv4CidrReservations", reservations);
    }

    private List<SubnetCidrReservation> reservationsOf(Subnet subnet) {
        List<SubnetCidrReservation> reservations = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            String token = next.orElse(null);
            GetSubnetCidrReservationsResponse page = client.getSubnetCidrReservations(
                    each -> each.subnetId(subnet.subnetId()).nextToken(token));
            Stream.of(page.subnetIpv4CidrReservations(), page.subnetIpv6CidrReservations())
                    .forEach(reservations::addAll);
            next = Optional.ofNullable(page.nextToken()).filter(text -> !text.isEmpty());
        } while (next.isPresent());
        return reservations;
    }

    /** Makes a call; notes that it may not be made, and makes other failures speak of it. */
    private <T> Optional<T> allowed(String action, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (AwsServiceException e) {
            AwsErrorDetails details = e.awsErrorDetails();
            String code = details == null || details.errorCode() == null ? "" : details.errorCode();
            if (LACK_OF_RIGHTS.contains(code)) {
                notRead.put(action, code + ": " + details.errorMessage());
            } else if (!action.equals(RESERVATIONS) || !code.equals("InvalidSubnetID.NotFound")) {
                throw new LiveAccountException(action, e);
            } // else the subnet was deleted since it was listed
            return Optional.empty();
        } catch (SdkException e) {
            throw new LiveAccountException(action, e);
        }
    }
}
