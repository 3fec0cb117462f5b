package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;

/** A security group name has 1 to 255 characters and does not start with sg-. */
final class GroupName extends Rule<SecurityGroup> {
    private static final int LONGEST = 255;
    private static final String ID_START = "sg-";

    GroupName() {
        super(
                RuleInfo.builder()
                        .id("group.name")
                        .addCatalogId("SG-NAME")
                        .summary("A security group name has 1 to 255 characters and does not start with sg-.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("CreateSecurityGroup")
                        .build(),
                SecurityGroup.class);
    }

    @Override
    protected void check(SecurityGroup group, NetworkPlan plan, Faults faults) {
        String name = group.groupName();
        if (name.isEmpty() || name.length() > LONGEST) {
            faults.add(
                    "length",
                    "the name has " + name.length() + " characters, 1 to " + LONGEST + " are allowed",
                    "change it");
        }
        if (group.description().length() > LONGEST) {
            faults.exceeds(
                    group.description().length() - LONGEST,
                    "the description has " + group.description().length() + " characters, at most " + LONGEST
                            + " are allowed",
                    "shorten it");
        }
        if (name.startsWith(ID_START) && !name.equals(group.id().toString())) {
            faults.add("start", "the name \"" + name + "\" starts with sg-, as ids do", "start it with something else");
        }
    }
}
