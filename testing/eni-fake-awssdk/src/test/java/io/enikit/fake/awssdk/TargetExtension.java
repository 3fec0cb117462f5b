package io.enikit.fake.awssdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Gives each test the {@link Target} that was asked for, and its client; deletes afterwards what the test made. */
final class TargetExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(TargetExtension.class);

    /** The target of a class, if it is not the one of the property. */
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @java.lang.annotation.Target(ElementType.TYPE)
    @interface On {
        String value();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Target.class || type == Ec2Client.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        Target target = store.get("target", Target.class);
        if (target == null) {
            target = Target.open(
                    nameOf(context),
                    context.getRequiredTestClass().getSimpleName() + "."
                            + context.getTestMethod()
                                    .map(each -> each.getName())
                                    .orElse("")
                            + (context.getDisplayName().startsWith("[") ? " " + context.getDisplayName() : ""));
            store.put("target", target);
        }
        return parameter.getParameter().getType() == Target.class ? target : target.ec2Client();
    }

    private static String nameOf(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), On.class)
                .map(On::value)
                .orElseGet(() -> System.getProperty("eni.target", "fake"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Target target = context.getStore(NAMESPACE).remove("target", Target.class);
        if (target != null) {
            target.close();
        }
    }
}
