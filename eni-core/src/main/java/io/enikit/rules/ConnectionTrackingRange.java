package io.enikit.rules;

import io.enikit.model.ConnectionTracking;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import java.util.OptionalInt;

/** The timeouts of idle connections are in the ranges that EC2 allows. */
final class ConnectionTrackingRange extends Rule<Eni> {
    ConnectionTrackingRange() {
        super(
                RuleInfo.builder()
                        .id("eni.connection-tracking")
                        .addCatalogId("CONNTRACK-TCP")
                        .addCatalogId("CONNTRACK-UDPSTREAM")
                        .addCatalogId("CONNTRACK-UDP")
                        .summary(
                                "Idle connections are tracked for as long as EC2 allows: TCP 60 to 432,000 seconds, UDP streams 60 to 180, other UDP 30 to 60.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("ConnectionTrackingSpecificationRequest")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        ConnectionTracking tracking = eni.connectionTracking();
        if (!tracking.equals(ConnectionTracking.defaults())) {
            check("tcpEstablishedTimeout", tracking.tcpEstablishedTimeout(), 60, 432_000, faults);
            check("udpStreamTimeout", tracking.udpStreamTimeout(), 60, 180, faults);
            check("udpTimeout", tracking.udpTimeout(), 30, 60, faults);
        }
    }

    private static void check(String name, OptionalInt seconds, int least, int most, Faults faults) {
        if (seconds.isPresent() && (seconds.getAsInt() < least || seconds.getAsInt() > most)) {
            faults.add(
                    name,
                    name + " is " + seconds.getAsInt() + " seconds: expected " + least + " to " + most,
                    "use a value in this range, or leave it out");
        }
    }
}
