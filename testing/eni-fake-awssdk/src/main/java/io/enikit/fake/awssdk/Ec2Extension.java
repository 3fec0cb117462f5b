package io.enikit.fake.awssdk;

import io.enikit.fake.FakeEc2;
import io.enikit.fake.FakeEc2Builder;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Carries out {@link Ec2Test}; works with JUnit 5 and 6. */
final class Ec2Extension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Ec2Extension.class);
    private static final String KEY = "fake";

    Ec2Extension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getTestMethod().isPresent()
                && FreshFake.gives(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return fake(context).give(parameter.getParameter().getType());
    }

    private static FreshFake fake(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        FreshFake known = store.get(KEY, FreshFake.class);
        if (known == null) {
            known = new FreshFake(start(context));
            store.put(KEY, known);
        }
        return known;
    }

    private static FakeEc2 start(ExtensionContext context) {
        Ec2Test settings = settings(context);
        FakeEc2Builder builder = FakeEc2.builder();
        if (!settings.plan().isEmpty()) {
            builder.planFrom(context.getRequiredTestClass(), settings.plan());
        }
        if (!settings.region().isEmpty()) {
            builder.region(settings.region());
        }
        if (settings.defaultVpc()) {
            builder.defaultVpc();
        }
        return builder.build();
    }

    private static Ec2Test settings(ExtensionContext context) {
        Optional<Ec2Test> ofMethod = AnnotationSupport.findAnnotation(context.getTestMethod(), Ec2Test.class);
        return ofMethod.or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), Ec2Test.class))
                .orElseThrow();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FreshFake fake = context.getStore(NAMESPACE).remove(KEY, FreshFake.class);
        if (fake != null) {
            fake.close();
            if (context.getExecutionException().isEmpty()) {
                fake.verify(settings(context).leaks() == Ec2Test.OnLeaks.FAIL);
            }
        }
    }
}
