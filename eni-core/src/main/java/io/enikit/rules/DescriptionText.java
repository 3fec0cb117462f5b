package io.enikit.rules;

import com.google.common.base.CharMatcher;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;

/** A description has at most 255 characters of a given set. */
final class DescriptionText extends Rule<Eni> {
    private static final int LONGEST = 255;
    private static final String ALLOWED =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789. _-:/()#,@[]+=&;{}!$*";

    private static final CharMatcher NOT_ALLOWED =
            CharMatcher.anyOf(ALLOWED).negate().precomputed();

    DescriptionText() {
        super(
                RuleInfo.builder()
                        .id("eni.description")
                        .addCatalogId("ENI-DESC")
                        .summary(
                                "A description has at most 255 characters: letters a-z and A-Z, digits, blanks and ._-:/()#,@[]+=&;{}!$*.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterValue")
                        .source("an answer of EC2")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        String description = eni.description();
        if (description.isEmpty()) {
            return;
        }
        if (description.length() > LONGEST) {
            faults.exceeds(
                    description.length() - LONGEST,
                    "the description has " + description.length() + " characters, at most " + LONGEST + " are allowed",
                    "shorten it");
        }
        int wrong = NOT_ALLOWED.indexIn(description);
        if (wrong >= 0) {
            faults.add(
                    "characters",
                    String.format(
                            "the description has the character U+%04X at index %d, which EC2 does not allow",
                            description.codePointAt(wrong), wrong),
                    "use letters a-z and A-Z, digits, blanks and ._-:/()#,@[]+=&;{}!$*");
        }
    }
}
