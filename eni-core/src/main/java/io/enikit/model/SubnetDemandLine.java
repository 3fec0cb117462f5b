package io.enikit.model;

import java.util.List;
import java.util.Optional;

/** Writes and reads the line of what subnets must have room for. */
final class SubnetDemandLine {
    static final String KIND = "demand";

    private static final String SUBNETS = "subnets";
    private static final String INTERFACES = "interfaces";
    private static final String ADDRESSES = "addresses";

    private SubnetDemandLine() {}

    static PlanLine.Writer write(SubnetDemand demand) {
        return PlanLine.of(KIND, demand.name())
                .putAll(SUBNETS, demand.subnets())
                .put(INTERFACES, demand.interfaces(), 0L)
                .putAll(ADDRESSES, AddressDemandText.words(demand.addresses()));
    }

    static Optional<SubnetDemand> read(PlanLine.Reader line) {
        Optional<String> name = line.id(text -> text);
        if (!line.has(SUBNETS)) {
            line.fault(SUBNETS + " is missing");
        }
        List<SubnetId> subnets = line.takeIds(SUBNETS, SubnetId::of);
        long interfaces = line.take(INTERFACES, Words::parseCount).orElse(0L);
        AddressDemand addresses = AddressDemandText.take(line, ADDRESSES);
        return line.finish(() -> SubnetDemand.ofTotal(name.orElseThrow(), subnets, interfaces, addresses));
    }
}
