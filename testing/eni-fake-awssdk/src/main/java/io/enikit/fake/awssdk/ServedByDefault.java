package io.enikit.fake.awssdk;

import io.enikit.fake.FakeEc2;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Ends that a fake serves the clients that code builds by itself. Compared by identity. */
public final class ServedByDefault implements AutoCloseable {
    private static final AtomicReference<@Nullable ServedByDefault> CURRENT = new AtomicReference<>();

    private final FakeEc2 ec2;
    private final Map<String, Optional<String>> before = new HashMap<>();

    private ServedByDefault(FakeEc2 ec2) {
        this.ec2 = ec2;
    }

    static ServedByDefault start(FakeEc2 ec2) {
        ServedByDefault served = new ServedByDefault(ec2);
        if (!CURRENT.compareAndSet(null, served)) {
            throw new IllegalStateException("another fake serves the clients that code builds by itself");
        }
        String service = FakeHttpService.class.getName();
        served.set("software.amazon.awssdk.http.service.impl", service);
        served.set("software.amazon.awssdk.http.async.service.impl", service);
        served.set("aws.region", ec2.region());
        served.set("aws.accessKeyId", "AKIDEXAMPLE");
        served.set("aws.secretAccessKey", "secret");
        return served;
    }

    private void set(String property, String value) {
        before.put(property, Optional.ofNullable(System.getProperty(property)));
        System.setProperty(property, value);
    }

    static FakeEc2 current() {
        ServedByDefault served = CURRENT.get();
        if (served == null) {
            throw new IllegalStateException("no fake serves the clients that code builds by itself any more");
        }
        return served.ec2;
    }

    /** Ends it: the system properties are as they were before. Clients that were built go on. */
    @Override
    public void close() {
        if (CURRENT.compareAndSet(this, null)) {
            before.forEach((property, value) -> value.ifPresentOrElse(
                    text -> System.setProperty(property, text), () -> System.clearProperty(property)));
        }
    }
}
