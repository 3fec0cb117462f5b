package io.enikit.fake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers a call that lists things: those with given ids, those that filters let pass, a page at a time.
 *
 * @param <T> what is listed
 */
final class Listing<T> {
    private final Call call;
    private final String member;
    private List<String> ids = List.of();
    private @Nullable Function<String, Optional<T>> byId;
    private @Nullable Function<String, Ec2Error> notFound;
    private boolean pagesWithIds = true;
    private Predicate<? super T> where = each -> true;

    private Listing(Call call, String member) {
        this.call = call;
        this.member = member;
    }

    /** Starts a listing that fills a member of the answer. */
    static <T> Listing<T> of(Call call, String member) {
        return new Listing<>(call, member);
    }

    /** Says which member of the request holds ids, and how to find what has one. */
    Listing<T> ids(String idsMember, Function<String, Optional<T>> find, Function<String, Ec2Error> missing) {
        ids = call.in().texts(idsMember);
        byId = find;
        notFound = missing;
        return this;
    }

    /** Refuses a request for a page of given ids, as some actions do. */
    Listing<T> withoutPagesWhereIds() {
        pagesWithIds = false;
        return this;
    }

    /** Leaves out what a condition does not hold for. */
    Listing<T> where(Predicate<? super T> condition) {
        where = condition;
        return this;
    }

    /** Fills the answer from all there is, in order of the keys. */
    void answer(Collection<? extends T> all, Function<? super T, ?> key, Function<? super T, Item> view) {
        Pages pages = Pages.of(call);
        if (!pagesWithIds && !ids.isEmpty() && pages.isAsked()) {
            throw Ec2Error.combination("The parameter " + idsName() + " cannot be used with the parameter MaxResults");
        }
        Filters filters = Filters.of(call);
        List<T> candidates = pages.rest(ids.isEmpty() ? all : found(), key);
        List<Item> shown = new ArrayList<>();
        String last = "";
        boolean more = false;
        for (T each : candidates) {
            if (!where.test(each) || !call.looksAt(key.apply(each))) {
                continue;
            }
            if (shown.size() == pages.size() && filters.isEmpty()) {
                more = true;
                break;
            }
            Item item = view.apply(each);
            if (filters.test(item)) {
                if (shown.size() == pages.size()) {
                    more = true;
                    break;
                }
                shown.add(item);
                last = key.apply(each).toString();
            }
        }
        call.out().put(member, shown);
        if (more) {
            call.out().put("NextToken", pages.token(last));
        }
    }

    private String idsName() {
        return call.action().name().equals("DescribeNetworkInterfaces") ? "NetworkInterfaceIds" : "InstancesSet";
    }

    private Collection<T> found() {
        Set<T> found = new LinkedHashSet<>();
        for (String id : ids) {
            Function<String, Optional<T>> find = byId;
            Function<String, Ec2Error> missing = notFound;
            if (find != null && missing != null) {
                found.add(find.apply(id).filter(each -> call.looksAt(id)).orElseThrow(() -> missing.apply(id)));
            }
        }
        return found;
    }
}
