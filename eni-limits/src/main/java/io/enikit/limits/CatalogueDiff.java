package io.enikit.limits;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two catalogues, by the names of the types.
 *
 * <p>A fact that only one of them gives is no contradiction, so the type does not count as changed: it is in
 * {@link #completed}. Source and date of a row are not compared.
 */
public final class CatalogueDiff {
    private final List<String> added;
    private final List<String> removed;
    private final List<TypeChange> changed;
    private final List<TypeChange> completed;

    CatalogueDiff(List<String> added, List<String> removed, List<TypeChange> changed, List<TypeChange> completed) {
        this.added = List.copyOf(requireNonNull(added, "added"));
        this.removed = List.copyOf(requireNonNull(removed, "removed"));
        this.changed = List.copyOf(requireNonNull(changed, "changed"));
        this.completed = List.copyOf(requireNonNull(completed, "completed"));
    }

    /** {@return the types only the newer catalogue holds} */
    public List<String> added() {
        return added;
    }

    /** {@return the types only the older catalogue holds} */
    public List<String> removed() {
        return removed;
    }

    /** {@return the types with facts that both give differently} */
    public List<TypeChange> changed() {
        return changed;
    }

    /** {@return the types with facts that only one gives} */
    public List<TypeChange> completed() {
        return completed;
    }

    static CatalogueDiff between(InstanceTypes older, InstanceTypes newer) {
        List<String> added = new ArrayList<>();
        List<TypeChange> changed = new ArrayList<>();
        List<TypeChange> completed = new ArrayList<>();
        newer.stream().forEach(after -> {
            Optional<InstanceLimits> before = older.find(after.instanceType());
            if (before.isEmpty()) {
                added.add(after.instanceType());
            } else {
                compare(before.get(), after, changed, completed);
            }
        });
        List<String> removed = older.stream()
                .map(InstanceLimits::instanceType)
                .filter(name -> newer.find(name).isEmpty())
                .toList();
        return new CatalogueDiff(added, removed, changed, completed);
    }

    private static void compare(
            InstanceLimits before, InstanceLimits after, List<TypeChange> changed, List<TypeChange> completed) {
        List<FieldChange> contradictions = new ArrayList<>();
        List<FieldChange> completions = new ArrayList<>();
        for (Column column : Column.values()) {
            String old = column.cell(before);
            String fresh = column.cell(after);
            if (column.isFact() && !old.equals(fresh)) {
                FieldChange change = new FieldChange(column.accessor(), given(old), given(fresh));
                (old.isEmpty() || fresh.isEmpty() ? completions : contradictions).add(change);
            }
        }
        if (!contradictions.isEmpty()) {
            changed.add(new TypeChange(after.instanceType(), contradictions));
        }
        if (!completions.isEmpty()) {
            completed.add(new TypeChange(after.instanceType(), completions));
        }
    }

    private static Optional<String> given(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    /** The facts that differ for one type. */
    public static final class TypeChange {
        private final String instanceType;
        private final List<FieldChange> fields;

        TypeChange(String instanceType, List<FieldChange> fields) {
            this.fields = List.copyOf(requireNonNull(fields, "fields"));
            this.instanceType = instanceType;
        }

        /** {@return the name of the type} */
        public String instanceType() {
            return instanceType;
        }

        /** {@return the facts, at least one} */
        public List<FieldChange> fields() {
            return fields;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof TypeChange that
                    && instanceType.equals(that.instanceType)
                    && fields.equals(that.fields);
        }

        @Override
        public int hashCode() {
            return Objects.hash(instanceType, fields);
        }

        /** {@return one line, such as {@code m5.large: defaultVcpus 2 → 4}} */
        @Override
        public String toString() {
            return instanceType + ": "
                    + String.join(
                            ", ", fields.stream().map(FieldChange::toString).toList());
        }
    }

    /** One fact that differs. */
    public static final class FieldChange {
        private final String field;
        private final Optional<String> before;
        private final Optional<String> after;

        FieldChange(String field, Optional<String> before, Optional<String> after) {
            this.field = requireNonNull(field, "field");
            this.before = requireNonNull(before, "before");
            this.after = requireNonNull(after, "after");
        }

        /**
         * {@return the accessor that gives it, such as {@code ipv4AddressesPerInterface}; per-card facts as {@code
         * networkCards.maximumNetworkInterfaces}}
         */
        public String field() {
            return field;
        }

        /** {@return what the older catalogue gives, if it does} */
        public Optional<String> before() {
            return before;
        }

        /** {@return what the newer catalogue gives, if it does} */
        public Optional<String> after() {
            return after;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof FieldChange that
                    && field.equals(that.field)
                    && before.equals(that.before)
                    && after.equals(that.after);
        }

        @Override
        public int hashCode() {
            return Objects.hash(field, before, after);
        }

        /** {@return the change in words, such as {@code defaultVcpus 2 → 4}} */
        @Override
        public String toString() {
            return field + " " + before.orElse("not given") + " → " + after.orElse("not given");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CatalogueDiff that
                && added.equals(that.added)
                && removed.equals(that.removed)
                && changed.equals(that.changed)
                && completed.equals(that.completed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(added, removed, changed, completed);
    }

    @Override
    public String toString() {
        return "CatalogueDiff[added=" + added + ", removed=" + removed + ", changed=" + changed + ", completed="
                + completed + "]";
    }
}
