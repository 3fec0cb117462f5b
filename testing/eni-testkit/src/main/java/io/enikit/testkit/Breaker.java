package io.enikit.testkit;

import io.enikit.model.NetworkPlan;
import java.util.Optional;

/** Breaks one rule in a plan; where that cannot be done there, or breaks another one too, the next plan is tried. */
@FunctionalInterface
interface Breaker {
    Optional<NetworkPlan> breakOn(Site site);
}
