package io.enikit.fake.awssdk;

import io.enikit.fake.FakeEc2;
import io.enikit.fake.Leak;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** A fake for one test, and the clients of it that the test asks for. */
final class FreshFake implements AutoCloseable {
    private static final Set<Class<?>> TYPES = Set.of(FakeEc2.class, Ec2Client.class, Ec2AsyncClient.class);

    private final FakeEc2 ec2;
    private @Nullable Ec2Client client;
    private @Nullable Ec2AsyncClient asyncClient;

    FreshFake(FakeEc2 ec2) {
        this.ec2 = ec2;
    }

    static boolean gives(Class<?> type) {
        return TYPES.contains(type);
    }

    Object give(Class<?> type) {
        if (type == FakeEc2.class) {
            return ec2;
        }
        return type == Ec2Client.class ? client() : asyncClient();
    }

    private Ec2Client client() {
        Ec2Client made = client == null ? Ec2Clients.sync(ec2) : client;
        client = made;
        return made;
    }

    private Ec2AsyncClient asyncClient() {
        Ec2AsyncClient made = asyncClient == null ? Ec2Clients.async(ec2) : asyncClient;
        asyncClient = made;
        return made;
    }

    /** Throws if something was not answered, and if something is left and nothing may be. */
    void verify(boolean nothingMayBeLeft) {
        Set<String> unanswered = ec2.unanswered();
        if (!unanswered.isEmpty()) {
            throw new AssertionError("nothing answers " + String.join(", ", unanswered)
                    + ": answer them with FakeEc2.on(\"" + unanswered.iterator().next() + "\", request -> …)");
        }
        List<Leak> leaks = ec2.leaks();
        if (nothingMayBeLeft && !leaks.isEmpty()) {
            throw new AssertionError(leaks.size() + " left:\n"
                    + leaks.stream().map(Leak::toString).collect(Collectors.joining("\n")));
        }
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        if (asyncClient != null) {
            asyncClient.close();
        }
    }
}
