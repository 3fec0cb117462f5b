package stranger;

import io.enikit.limits.LimitRules;
import io.enikit.model.Eni;
import io.enikit.rules.Ec2Rules;
import io.enikit.testkit.Invariants;
import io.enikit.testkit.OperationRunner;
import io.enikit.testkit.OperationSequences;
import io.enikit.testkit.ValidPlans;

/** Uses what needs no test framework, and builders by reflection. */
public final class OnTheModulePath {
    private OnTheModulePath() {}

    /**
     * Checks a plan and a sequence.
     *
     * @param arguments none
     * @throws ReflectiveOperationException if a builder cannot be used by reflection
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        buildByReflection();
        Invariants.check(ValidPlans.standard().plan(42));
        OperationRunner.enforcing(Ec2Rules.standard().and(LimitRules.bundled()))
                .run(OperationSequences.all().sequence(42));
        System.out.println(ValidPlans.class.getModule() + " does what it does without a test framework");
    }

    private static void buildByReflection() throws ReflectiveOperationException {
        Object builder = Eni.class.getMethod("builder").invoke(null);
        Eni.Builder.class.getMethod("id", String.class).invoke(builder, "e1");
        Eni.Builder.class.getMethod("subnetId", String.class).invoke(builder, "web");
        Eni.Builder.class.getMethod("addSecurityGroups", String[].class).invoke(builder, (Object) new String[] {"db"});
        Eni.Builder.class.getMethod("primaryPrivateIpAddress", String.class).invoke(builder, "10.0.0.10");
        Object eni = Eni.Builder.class.getMethod("build").invoke(builder);
        Eni expected = Eni.builder()
                .id("e1")
                .subnetId("web")
                .addSecurityGroups("db")
                .primaryPrivateIpAddress("10.0.0.10")
                .build();
        if (!eni.equals(expected)) {
            throw new AssertionError("built by reflection: " + eni + ", expected " + expected);
        }
    }
}
