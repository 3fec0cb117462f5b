package guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.enikit.ipam.NetworkPlanner;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.Rule;
import io.enikit.rules.RuleInfo;
import org.junit.jupiter.api.Test;

class NamedRuleTest {
    private static final Rule<Eni> NAMED = RuleInfo.of("acme.eni.named", Phase.STATE)
            .withSummary("Interfaces have a Name tag.")
            .documented("our own handbook")
            .rule(Eni.class, (eni, plan, faults) -> {
                if (!eni.tags().containsKey("Name")) {
                    faults.add("it has no Name tag", "add one");
                }
            });

    @Test
    void eniWithoutAName_isFound() {
        NetworkPlan plan = NetworkPlanner.create()
                .vpc("main", "10.0.0.0/16", vpc -> vpc.subnet("web", "eu-west-1a", 24))
                .instance("app", "m5.large", i -> i.primaryEni("web"))
                .plan();
        Eni nameless = plan.eni("app/eth0").orElseThrow();
        assertEquals(
                "[[ERROR] app/eth0: it has no Name tag | acme.eni.named]",
                NAMED.check(nameless, plan).toString());
        Eni named = nameless.toBuilder().putTag("Name", "front").build();
        assertEquals(0, NAMED.check(named, plan).size());
    }
}
