package io.enikit.testkit;

import io.enikit.model.NetworkPlan;
import java.util.Optional;

/** Breaks one rule in a plan; if that is impossible, or breaks another rule too, the next plan is tried. */
@FunctionalInterface
interface Breaker {
    Optional<NetworkPlan> breakOn(SampleNetwork network);
}
