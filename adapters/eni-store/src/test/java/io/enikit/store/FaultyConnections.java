package io.enikit.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Connections of which one call fails, before it takes effect or after, and with it the connection. */
final class FaultyConnections implements Sessions.Source {
    private static final Set<String> HARMLESS = Set.of("close", "isClosed", "toString", "hashCode", "equals");

    /** Calls that only fill in parameters or read a row that is there; {@code all} breaks them as well. */
    private static final Pattern LOCAL = Pattern.compile(
            System.getProperty("io.enikit.store.calls", "").equals("all")
                    ? "$^"
                    : "(set|get)(?!AutoCommit).*|addBatch");

    private final Sessions.Source source;
    private int calls;
    private int failing = -1;
    private boolean afterwards;

    FaultyConnections(Sessions.Source source) {
        this.source = source;
    }

    /** Makes the call of a number fail, counted from now on. */
    void fail(int number, boolean after) {
        calls = 0;
        failing = number;
        afterwards = after;
    }

    /** How many calls there were since {@link #fail}. */
    int calls() {
        return calls;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection real = source.connect();
        return wrap(Connection.class, real, new Line(real));
    }

    /** A connection that is there, or gone with all that was made of it. */
    private static final class Line {
        private final Connection real;
        private boolean gone;

        Line(Connection real) {
            this.real = real;
        }

        SQLException cut() throws SQLException {
            gone = true;
            if (!real.isClosed()) {
                real.close();
            }
            return gone();
        }

        static SQLException gone() {
            return new SQLException("the line was cut", "08006");
        }
    }

    private <T> T wrap(Class<T> type, T real, Line line) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (HARMLESS.contains(method.getName())
                            || LOCAL.matcher(method.getName()).matches()) {
                        return invoke(real, method, arguments);
                    }
                    if (line.gone) {
                        throw Line.gone();
                    }
                    boolean fails = calls++ == failing;
                    if (fails && !afterwards) {
                        throw line.cut();
                    }
                    Object result = invoke(real, method, arguments);
                    if (fails) {
                        throw line.cut();
                    }
                    return wrapped(result, line);
                }));
    }

    private static @Nullable Object invoke(Object real, java.lang.reflect.Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private @Nullable Object wrapped(@Nullable Object result, Line line) {
        if (result instanceof PreparedStatement statement) {
            return wrap(PreparedStatement.class, statement, line);
        }
        if (result instanceof Statement statement) {
            return wrap(Statement.class, statement, line);
        }
        return result instanceof ResultSet rows ? wrap(ResultSet.class, rows, line) : result;
    }
}
