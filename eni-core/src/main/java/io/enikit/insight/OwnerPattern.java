package io.enikit.insight;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.TrunkAssociation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of the table that says by what an owner is recognised. */
final class OwnerPattern {
    private static final String ANY = "*";
    private static final String CAPTURED = "$1";
    private static final String TRUNK = "$trunk";
    private static final String MANAGED = "managed";
    private static final String ELSEWHERE = "elsewhere";
    private static final int COLUMNS = 9;

    private final OwnerKind kind;
    private final String name;
    private final Optional<Pattern> type;
    private final Optional<Pattern> requester;
    private final Optional<Pattern> description;
    private final String needs;
    private final String ask;

    private OwnerPattern(List<String> cells) {
        kind = OwnerKind.valueOf(cells.get(0));
        name = cells.get(1);
        type = pattern(cells.get(2));
        requester = pattern(cells.get(3));
        description = pattern(cells.get(4));
        needs = cells.get(5);
        ask = cells.get(6);
    }

    private static Optional<Pattern> pattern(String cell) {
        return cell.equals(ANY) ? Optional.empty() : Optional.of(Pattern.compile(cell));
    }

    /** Returns the rows in order; the first that fits is the answer. */
    static ImmutableList<OwnerPattern> all() {
        return Table.ROWS;
    }

    /** Read when the table is first asked for. */
    private static final class Table {
        static final ImmutableList<OwnerPattern> ROWS = read();
    }

    static ImmutableList<OwnerPattern> read() {
        try (InputStream table = OwnerPattern.class.getResourceAsStream("interface-owners.tsv")) {
            return new String(requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Splitter.on('\t').limit(COLUMNS).splitToList(line))
                    .map(OwnerPattern::new)
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the owner, or empty if the row does not fit. */
    Optional<InterfaceOwner> match(Eni eni) {
        @Nullable Matcher described = null;
        if (description.isPresent()) {
            described = description.get().matcher(eni.description());
            if (!described.matches()) {
                return Optional.empty();
            }
        }
        String ofType = eni.interfaceType().toString();
        String ofRequester = eni.requesterId().orElse("");
        if (type.filter(wanted -> !wanted.matcher(ofType).matches()).isPresent()
                || requester
                        .filter(wanted -> !wanted.matcher(ofRequester).matches())
                        .isPresent()
                || !isMet(eni)) {
            return Optional.empty();
        }
        return Optional.of(new InterfaceOwner(kind, name(eni, described), evidence(eni), ask));
    }

    private boolean isMet(Eni eni) {
        boolean managed = eni.isServiceManaged()
                || Stream.concat(eni.requesterId().stream(), instanceOwner(eni).stream())
                        .anyMatch(id -> id.startsWith("amazon-"));
        return switch (needs) {
            case MANAGED -> managed;
            case ELSEWHERE ->
                managed
                        || instanceOwner(eni).isPresent()
                        || eni.attachment()
                                .filter(place -> place.instanceId().isEmpty())
                                .isPresent();
            default -> true;
        };
    }

    private static Optional<String> instanceOwner(Eni eni) {
        return eni.attachment().flatMap(Attachment::instanceOwnerId);
    }

    private Optional<String> name(Eni eni, @Nullable Matcher described) {
        if (name.equals(TRUNK)) {
            return eni.trunkAssociation().map(TrunkAssociation::trunk).map(Object::toString);
        }
        if (name.equals(CAPTURED)) {
            return Optional.ofNullable(described).map(found -> found.group(1));
        }
        return Optional.of(name).filter(text -> !text.isEmpty());
    }

    private String evidence(Eni eni) {
        if (description.isPresent()) {
            return "description \"" + eni.description() + "\"";
        }
        return requester.isPresent() ? "requester " + eni.requesterId().orElse("") : "type " + eni.interfaceType();
    }
}
