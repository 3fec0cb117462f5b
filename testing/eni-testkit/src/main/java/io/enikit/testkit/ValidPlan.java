package io.enikit.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Constrains plans to those that break no rule, corners included: {@code @ForAll @ValidPlan NetworkPlan plan}.
 *
 * <p>{@link Zones} and {@link OfType} say more. On an {@link OperationSequence} it says what the plan is to begin with.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface ValidPlan {
    /** {@return the fewest instances} */
    int minInstances() default 0;

    /** {@return the most instances} */
    int maxInstances() default 8;
}
