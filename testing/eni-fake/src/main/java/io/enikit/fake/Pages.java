package io.enikit.fake;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Pages of a listing: how many items one has, and where it starts. */
final class Pages {
    private static final String MAX_RESULTS = "MaxResults";
    private static final String NEXT_TOKEN = "NextToken";
    private static final Range<Integer> USUAL = Range.closed(5, 1000);
    /** How many items a page may have, where it is not as usual. From the API reference. */
    private static final ImmutableMap<String, Range<Integer>> SIZES = ImmutableMap.of(
            "DescribeInstanceTypes", Range.closed(5, 100),
            "DescribeRouteTables", Range.closed(5, 100),
            "DescribeTrunkInterfaceAssociations", Range.closed(5, 255),
            "DescribeAddressesAttribute", Range.closed(1, 1000));

    private static final BaseEncoding TEXT = BaseEncoding.base64Url().omitPadding();
    private static final int DIGEST = 12;

    private final int size;
    private final boolean asked;
    private final String request;
    private final String after;

    private Pages(int size, boolean asked, String request, String after) {
        this.size = size;
        this.asked = asked;
        this.request = request;
        this.after = after;
    }

    static Pages of(Call call) {
        Item in = call.in();
        if (!in.shape().has(MAX_RESULTS)) {
            return new Pages(Integer.MAX_VALUE, false, "", "");
        }
        OptionalInt asked = in.number(MAX_RESULTS);
        Range<Integer> allowed = SIZES.getOrDefault(call.action().name(), USUAL);
        if (asked.isPresent() && !allowed.contains(asked.getAsInt())) {
            throw Ec2Error.of(
                    "InvalidParameterValue",
                    "Value ( " + asked.getAsInt() + " ) for parameter maxResults is invalid. Expecting a value between "
                            + allowed.lowerEndpoint() + " and " + allowed.upperEndpoint() + ".");
        }
        String request = digest(call);
        String token = in.text(NEXT_TOKEN, "");
        return new Pages(
                asked.orElse(Integer.MAX_VALUE),
                asked.isPresent(),
                request,
                token.isEmpty() ? "" : read(token, request));
    }

    /** Returns what a token belongs to: all of the request but the page. */
    private static String digest(Call call) {
        Item in = call.in();
        StringBuilder text = new StringBuilder(call.action().name());
        for (Member member : in.shape().members()) {
            if (!member.name().equals(MAX_RESULTS) && !member.name().equals(NEXT_TOKEN)) {
                text.append('\n').append(in.at(in.shape().indexOf(member.name())));
            }
        }
        return Hashing.sha256()
                .hashString(text, StandardCharsets.UTF_8)
                .toString()
                .substring(0, DIGEST);
    }

    private static String read(String token, String request) {
        if (TEXT.canDecode(token)) {
            String text = new String(TEXT.decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(request) && text.length() > DIGEST) {
                return text.substring(DIGEST);
            }
        }
        throw Ec2Error.of("InvalidNextToken", "The token '" + token + "' is invalid");
    }

    /** Returns whether the request asks for a page of a size. */
    boolean isAsked() {
        return asked;
    }

    int size() {
        return size;
    }

    /** Returns the token of the page after an item. */
    String token(String last) {
        return TEXT.encode((request + last).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns what is on this page and those after it, in order of the keys. */
    <T> List<T> rest(Collection<? extends T> all, Function<? super T, ?> key) {
        List<T> rest = new ArrayList<>(all);
        if (asked || !after.isEmpty()) {
            rest.sort(Comparator.comparing(each -> key.apply(each).toString()));
            rest.removeIf(each -> key.apply(each).toString().compareTo(after) <= 0);
        }
        return rest;
    }
}
