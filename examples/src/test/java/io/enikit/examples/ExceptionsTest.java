package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.enikit.capacity.NodeAddresses;
import io.enikit.ipam.CidrPool;
import io.enikit.ipam.NetworkPlanner;
import io.enikit.json.PlanReader;
import io.enikit.json.Source;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.DamagedTextException;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.RefusedException;
import io.enikit.net.Cidr;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is thrown keeps what it has to say through Java serialization. */
class ExceptionsTest {
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/28");

    /** Each throws another exception of the library. */
    private static final List<ThrowingCallable> THROWING = List.of(
            () -> Cidr.parse("10.0.0.300/24"),
            () -> PlanText.read("no plan"),
            () -> CidrPool.read("no pool"),
            () -> PlanReader.create().read(Source.of("t.json", "{")),
            () -> InstanceTypes.bundled().limits("m5.lagre"),
            () -> CidrPool.of(BLOCK).allocate(24).orElseThrow(),
            () -> NetworkPlanner.create()
                    .vpc("main", "10.0.0.0/24", vpc -> vpc.subnet("web", "eu-west-1a", 20))
                    .plan(),
            () -> Ec2Rules.standard().check(broken()).orElseThrow(),
            () -> Ec2.enforcing(Ec2Rules.standard())
                    .apply(node(), DeleteSubnet.of("web"))
                    .orElseThrow(),
            () -> NodeAddresses.of(node(), "app", InstanceTypes.bundled())
                    .orElseThrow()
                    .forPods(1000)
                    .orElseThrow());

    private static NetworkPlan node() {
        return NetworkPlanner.create()
                .vpc("main", "10.0.0.0/24", vpc -> vpc.subnet("web", "eu-west-1a", 28))
                .instance("app", "m5.large", app -> app.primaryEni("web"))
                .plan();
    }

    /** A subnet whose VPC is missing. */
    private static NetworkPlan broken() {
        return PlanText.read("eni-plan 1\nsubnet web vpc=main availabilityZone=z1 cidrBlock=10.0.0.0/24\nend\n");
    }

    private static List<Throwable> thrown() {
        return THROWING.stream().map(call -> catchThrowable(call)).toList();
    }

    @Test
    void exceptions_ofAllTypes_areThrownHere() {
        assertThat(thrown().stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(PublicTypes.all().stream()
                        .filter(Throwable.class::isAssignableFrom)
                        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                        .toList());
    }

    @Test
    void accessors_afterSerialization_returnTheSame() throws Exception {
        for (Throwable thrown : thrown()) {
            Throwable copy = copy(thrown);
            for (Method accessor : accessors(thrown).toList()) {
                assertThat(accessor.invoke(copy)).as(accessor.toString()).isEqualTo(accessor.invoke(thrown));
            }
            assertThat(copy).hasMessage(thrown.getMessage());
        }
    }

    private static Stream<Method> accessors(Throwable thrown) {
        return Stream.of(thrown.getClass().getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("io.enikit"))
                .filter(method -> method.getParameterCount() == 0);
    }

    private static Throwable copy(Throwable thrown) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Throwable) in.readObject();
        }
    }

    @Test
    void families_ofAllTypes_areTwo() {
        assertThat(thrown())
                .filteredOn(DamagedTextException.class::isInstance)
                .hasSize(3)
                .allSatisfy(each ->
                        assertThat(((DamagedTextException) each).faults()).isNotEmpty());
        assertThat(thrown())
                .filteredOn(RefusedException.class::isInstance)
                .hasSize(5)
                .allSatisfy(
                        each -> assertThat(((RefusedException) each).reasons()).isNotEmpty());
    }
}
