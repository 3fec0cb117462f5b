package io.enikit.testkit;

import io.enikit.operations.Operation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Constrains sequences to operations of some types: {@code @ForAll @Only(AttachEni.class) OperationSequence calls}.
 *
 * <p>jqwik's {@code @Size} says how many there are, else 1 to 12; {@link ValidPlan} says what plan they begin with.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Only {
    /** {@return the types, at least one} */
    Class<? extends Operation>[] value();
}
