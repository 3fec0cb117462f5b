package io.enikit.json;

import com.google.common.base.Splitter;
import io.enikit.json.gathered.Collector;
import io.enikit.json.text.Budget;
import io.enikit.json.text.Place;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.PlanTextException;
import io.enikit.model.Quotas;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads the texts that {@link PlanText} writes. */
final class PlanTexts {
    private static final String FIRST_WORDS = "eni-plan ";
    private static final Splitter WORDS =
            Splitter.onPattern("\\s+").omitEmptyStrings().limit(3);
    private static final Splitter LINES = Splitter.on('\n').trimResults();
    private static final int LONGEST_LEAD = 4_096;

    private PlanTexts() {}

    /** Looks at the first line that is neither blank nor a comment, and goes back to the start. */
    static boolean isOne(Reader reader) throws IOException {
        char[] lead = new char[LONGEST_LEAD];
        reader.mark(LONGEST_LEAD);
        int length = 0;
        for (int count = 0;
                count >= 0 && length < LONGEST_LEAD;
                count = reader.read(lead, length, LONGEST_LEAD - length)) {
            length += count;
        }
        reader.reset();
        for (String line : LINES.split(new String(lead, 0, length))) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                return line.startsWith(FIRST_WORDS);
            }
        }
        return false;
    }

    /** Reads a text, as what is planned: its resources need not exist yet. */
    static void read(String file, Reader reader, Collector collector) throws IOException {
        Place place = Place.of(file);
        String text = textOf(reader, collector.budget(), place);
        NetworkPlan plan;
        try {
            plan = PlanText.read(text);
        } catch (PlanTextException e) {
            throw place.refuse("is no plan text: " + String.join("; ", e.faults()), e);
        }
        collector.budget().values(plan.resources().count(), place);
        Map<String, Integer> numbers = numbers(text);
        Iterator<String> written = LINES.splitToStream(PlanText.write(plan))
                .skip(plan.quotas().equals(Quotas.awsDefaults()) ? 1 : 2)
                .iterator();
        collector.reading(false);
        plan.resources().forEach(each -> {
            OptionalInt line = Stream.ofNullable(numbers.get(key(written.next())))
                    .mapToInt(Integer::intValue)
                    .findFirst();
            collector.add(
                    each,
                    new Origin(file, "", line, Optional.of(each.resourceId().toString())));
        });
        plan.duplicates().forEach(collector::addDuplicate);
        plan.subnetDemands().forEach(collector::addDemand);
        if (!plan.quotas().equals(Quotas.awsDefaults())) {
            collector.quotas(plan.quotas());
        }
        collector.files().noteRead(place);
    }

    private static String textOf(Reader reader, Budget budget, Place place) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] part = new char[LONGEST_LEAD];
        for (int count = reader.read(part); count >= 0; count = reader.read(part)) {
            budget.characters(count, place);
            text.append(part, 0, count);
        }
        return text.toString();
    }

    /** Returns the numbers of the lines, by their kind and id. */
    private static Map<String, Integer> numbers(String text) {
        Map<String, Integer> numbers = new HashMap<>();
        int number = 0;
        for (String line : LINES.split(text)) {
            numbers.putIfAbsent(key(line), ++number);
        }
        return numbers;
    }

    private static String key(String line) {
        List<String> words = WORDS.splitToList(line);
        return words.size() < 2 ? line : words.get(0) + " " + words.get(1);
    }
}
