package io.enikit.json.gathered;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.UnreadableException;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of things that stand in files and are not read. */
class UnreadTest {
    private static final Place PLACE = Place.of("f");
    private static final Node TEXT = Node.text("s", PLACE);

    private static Node object(String key, Node value) {
        return Node.object(Map.of(key, value), PLACE);
    }

    private static Unread with(Consumer<Unread> change) {
        Unread unread = new Unread();
        change.accept(unread);
        return unread;
    }

    private static UnreadableException broken(String reason) {
        return PLACE.refuse(reason);
    }

    @Test
    void typesOfAnswers_areCounted_unlessThereIsNone() {
        Unread unread = with(all -> {
            all.add("RouteTables", 2);
            all.add("RouteTables", 1);
            all.add("Other", 0);
        });
        assertThat(unread.counts()).isEqualTo(Map.of("RouteTables", 3));
        assertThat(unread.lines()).containsExactly("not read, though it may take addresses: 3 RouteTables");
    }

    @Test
    void typesThatNameNoSubnet_areCounted_andNotSaid() {
        Unread unread = new Unread();
        unread.add("AWS::S3::Bucket", List.of(object("Name", Node.list(List.of(TEXT), PLACE))));
        unread.add("AWS::X::Y", List.of(TEXT));
        assertThat(unread.counts()).isEqualTo(Map.of("AWS::S3::Bucket", 1, "AWS::X::Y", 1));
        assertThat(unread.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6, false", "7, false"})
    void subnets_areLookedForSixLevelsDeep(int around, boolean found) {
        Node objects = object("SubnetId", TEXT);
        Node lists = object("SubnetId", TEXT);
        for (int i = 0; i < around; i++) {
            objects = object("k", objects);
            lists = Node.list(List.of(lists), PLACE);
        }
        for (Node properties : List.of(objects, lists)) {
            Unread unread = new Unread();
            unread.add("T", List.of(properties));
            assertThat(unread.lines().isEmpty()).isEqualTo(!found);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::EFS::MountTarget, SubnetId, true",
        "AWS::EC2::SubnetRouteTableAssociation, SubnetId, false",
        "AWS::RDS::DBSubnetGroup, SubnetIds, false",
        "AWS::EC2::ClientVpnTargetNetworkAssociation, SubnetId, true",
        "AWS::AutoScaling::AutoScalingGroup, VPCZoneIdentifier, true",
        "AWS::ElasticBeanstalk::Environment, Nothing, true",
        "AWS::S3::Bucket, Nothing, false",
    })
    void typesThatMayTakeAddresses_areSaid(String type, String property, boolean said) {
        Unread unread = new Unread();
        unread.add(type, List.of(object(property, TEXT)));
        assertThat(unread.lines())
                .isEqualTo(said ? List.of("not read, though it may take addresses: 1 " + type) : List.of());
    }

    @Test
    void lines_sayFilesFirst_andThenAllTypes() {
        Unread unread = with(all -> {
            all.add("T", List.of(TEXT));
            all.add("U", 2);
            all.addEmptyFiles(Set.of("b", "a"));
            all.add(broken("is broken"));
        });
        assertThat(unread.lines())
                .containsExactly(
                        "unreadable: f: is broken",
                        "nothing was read in a",
                        "nothing was read in b",
                        "not read: 1 T, 2 U");
        assertThat(unread).hasToString(String.join("\n", unread.lines()));
    }

    @Test
    void addAll_takesOverEverything() {
        Unread all = with(unread -> unread.add("T", 1));
        all.addAll(with(unread -> {
            unread.add("T", 2);
            unread.addEmptyFiles(Set.of("a"));
            unread.add(broken("is broken"));
        }));
        assertThat(all).hasToString("unreadable: f: is broken\nnothing was read in a\nnot read: 3 T");
        assertThat(all.emptyFiles()).containsExactly("a");
        assertThat(all.unreadable()).extracting(Throwable::getMessage).containsExactly("f: is broken");
    }

    @Test
    void unread_isTheSameForTheSame() {
        Consumer<Unread> content = all -> {
            all.add("T", 1);
            all.addEmptyFiles(Set.of("a"));
            all.add(broken("x"));
        };
        List<Consumer<Unread>> others = List.of(
                all -> all.add("T", 1),
                all -> all.add("U", List.of(TEXT)),
                all -> all.addEmptyFiles(Set.of("b")),
                all -> all.add(broken("y")));
        assertThat(with(content)).isEqualTo(with(content)).hasSameHashCodeAs(with(content));
        for (Consumer<Unread> other : others) {
            assertThat(with(content.andThen(other))).isNotEqualTo(with(content));
        }
        assertThat(with(all -> all.add("T", List.of(TEXT)))).isNotEqualTo(with(all -> all.add("T", 1)));
        assertThat(with(content)).doesNotHaveSameHashCodeAs(with(content.andThen(others.get(2))));
        assertThat(with(content)).isNotEqualTo("a text");
    }
}
