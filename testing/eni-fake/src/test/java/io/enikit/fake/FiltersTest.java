package io.enikit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every filter finds what it is to find, and nothing else, in an account that has something of everything. */
class FiltersTest {
    private final RichAccount account = new RichAccount();

    private List<Item> listed(String action, Map<String, String> parameters) {
        ApiAction api = Api.modelled().action(action).orElseThrow();
        Map<String, String> form = new LinkedHashMap<>(parameters);
        if (action.equals("GetSubnetCidrReservations")) {
            form.put("SubnetId", account.subnet());
        } else if (action.equals("GetSecurityGroupsForVpc")) {
            form.put("VpcId", account.vpc());
        } else if (action.equals("DescribeInstanceStatus")) {
            form.put("IncludeAllInstances", "true");
        } else if (action.equals("DescribeRegions")) {
            form.put("AllRegions", "true");
        }
        Item answer = account.answer(api, form);
        List<Item> items = new ArrayList<>();
        for (Member member : answer.shape().members()) {
            if (member.list()) {
                items.addAll(answer.items(member.name()));
            }
        }
        return items;
    }

    private List<Item> filtered(String action, String filter, String value) {
        return listed(action, Map.of("Filter.1.Name", filter, "Filter.1.Value.1", value));
    }

    @Test
    void filters_ofAllActions_findAndDoNotFind() {
        Set<String> nothing = new TreeSet<>();
        for (String action : Api.modelled().actionNames()) {
            if (!Api.modelled().action(action).orElseThrow().request().has("Filters")) {
                continue;
            }
            List<Item> all = listed(action, Map.of());
            assertThat(all).as(action).isNotEmpty();
            Filters.of(action).forEach((filter, paths) -> {
                if (filter.equals("tag")) {
                    return;
                }
                String none = filter.equals("group-id") && action.equals("DescribeSecurityGroupRules")
                        ? "sg-ffffffff"
                        : "no such value";
                assertThat(filtered(action, filter, none))
                        .as(action + " " + filter)
                        .isEmpty();
                Optional<String> value = account.valueOf(all, paths);
                if (value.isEmpty()) {
                    nothing.add(action + " " + filter);
                } else {
                    assertThat(filtered(action, filter, value.get()))
                            .as(action + " " + filter + " " + value.get())
                            .isNotEmpty()
                            .hasSizeLessThanOrEqualTo(all.size());
                }
            });
        }
        assertThat(nothing)
                .as("filters that nothing in the account has a value for")
                .containsExactlyElementsOf(new TreeSet<>(Resources.lines("filters-without-value.txt")));
    }

    @Test
    void filters_severalOfThem_allHold() {
        List<Item> both = listed(
                "DescribeNetworkInterfaces",
                Map.of(
                        "Filter.1.Name",
                        "subnet-id",
                        "Filter.1.Value.1",
                        account.subnet(),
                        "Filter.2.Name",
                        "status",
                        "Filter.2.Value.1",
                        "available",
                        "Filter.2.Value.2",
                        "detaching"));
        assertThat(both).isNotEmpty().allMatch(item -> item.text("Status").equals("available"));
    }

    @Test
    void filters_byTag_findKeyAndValue() {
        assertThat(filtered("DescribeNetworkInterfaces", "tag:Name", "fr*t")).hasSize(1);
        assertThat(filtered("DescribeNetworkInterfaces", "tag:Name", "FRONT")).isEmpty();
        assertThat(filtered("DescribeNetworkInterfaces", "tag:Colour", "*")).isEmpty();
        assertThat(filtered("DescribeNetworkInterfaces", "tag-key", "Na?e")).hasSize(1);
        assertThat(filtered("DescribeTags", "tag:Name", "front")).hasSize(1);
    }

    @Test
    void filters_thatAreWrong_areRefused() {
        assertThat(account.client().refused("DescribeVpcs", "Filter.1.Name", "colour", "Filter.1.Value.1", "red"))
                .isEqualTo("InvalidParameterValue");
        assertThat(account.client().refused("DescribeVpcs", "Filter.1.Name", "vpc-id"))
                .isEqualTo("InvalidParameterValue");
        assertThat(account.client().refused("DescribeVpcs", "Filter.1.Value.1", "x"))
                .isEqualTo("MissingParameter");
        Object[] many = new Object[2 + 2 * 201];
        many[0] = "Filter.1.Name";
        many[1] = "vpc-id";
        for (int i = 1; i <= 201; i++) {
            many[2 * i] = "Filter.1.Value." + i;
            many[2 * i + 1] = "v" + i;
        }
        assertThat(account.client().refused("DescribeVpcs", many)).isEqualTo("FilterLimitExceeded");
    }
}
