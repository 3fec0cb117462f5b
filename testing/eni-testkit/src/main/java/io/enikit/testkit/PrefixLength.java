package io.enikit.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Constrains blocks to some prefix lengths. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface PrefixLength {
    /** {@return the smallest prefix length, that of the largest blocks} */
    int min() default 0;

    /** {@return the largest prefix length; beyond that of the family it means that of the family} */
    int max() default 128;
}
