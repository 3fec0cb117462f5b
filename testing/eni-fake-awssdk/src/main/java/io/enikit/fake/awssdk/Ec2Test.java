package io.enikit.fake.awssdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class, or one test, a fresh fake and clients of it.
 *
 * <p>Tests, and methods that run before or after each, may have parameters of the types {@code FakeEc2}, {@code Ec2Client}
 * and {@code Ec2AsyncClient}. After a test that succeeded, it fails if actions were called that nothing answers, and if
 * something is left and that is forbidden.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(Ec2Extension.class)
public @interface Ec2Test {
    /**
     * Names the file that the fake starts with.
     *
     * @return the name of a resource beside the class: {@code .json} is output of describe calls, anything else text of a
     *     plan; empty for an empty account
     */
    String plan() default "";

    /**
     * Names the Region, if nothing in the plan tells it.
     *
     * @return the name, such as {@code eu-west-1}; empty for that of the plan, or us-east-1
     */
    String region() default "";

    /**
     * Says whether the account has a default VPC.
     *
     * @return true for one with a subnet in each zone
     */
    boolean defaultVpc() default false;

    /**
     * Says what happens if a test leaves something behind.
     *
     * @return by default nothing
     */
    OnLeaks leaks() default OnLeaks.IGNORE;

    /** What happens if a test leaves something behind. The list is complete. */
    enum OnLeaks {
        /** Nothing. */
        IGNORE,
        /** The test fails, and says what is left and which call made it. */
        FAIL
    }
}
