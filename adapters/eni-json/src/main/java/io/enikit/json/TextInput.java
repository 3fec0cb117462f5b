package io.enikit.json;

import io.enikit.json.text.Budget;
import io.enikit.json.text.Place;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Opens a source as text: strictly in a form of Unicode, within the limit of bytes. */
final class TextInput {
    private static final int LONGEST_LEAD = 4_096;
    private static final int BYTES_OF_SIGN = 8;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** What files of other kinds begin with, in hexadecimal digits, and what they are. */
    private static final List<Sign> OTHER_KINDS = List.of(
            new Sign("1f8b", "a gzip file: unpack it first"),
            new Sign(
                    "504b0304",
                    "a zip file: unpack it first; of a saved plan of Terraform, take what terraform show -json PLANFILE writes"),
            new Sign("425a68", "a bzip2 file: unpack it first"),
            new Sign("fd377a585a00", "an xz file: unpack it first"),
            new Sign("28b52ffd", "a zstd file: unpack it first"),
            new Sign("377abcaf271c", "a 7z file: unpack it first"),
            new Sign("89504e470d0a1a0a", "a picture (PNG)"),
            new Sign("ffd8ff", "a picture (JPEG)"),
            new Sign("47494638", "a picture (GIF)"),
            new Sign("52494646", "a picture or a sound (RIFF)"),
            new Sign("25504446", "a PDF file"));

    /** Marks at the start of a text, and the forms that they are the mark of; the longer ones first. */
    private static final List<Form> MARKED = List.of(
            new Form("0000feff", "UTF-32BE", 4),
            new Form("fffe0000", "UTF-32LE", 4),
            new Form("efbbbf", "UTF-8", 3),
            new Form("feff", "UTF-16BE", 2),
            new Form("fffe", "UTF-16LE", 2));

    private record Sign(String digits, String words) {}

    private record Form(String digits, String charset, int length) {}

    private TextInput() {}

    static Reader open(Source source, Budget budget) throws IOException {
        Place place = Place.of(source.name());
        if (source.text().isPresent()) {
            String text = source.text().get();
            if (text.length() > budget.limits().bytes()) {
                throw place.refuse(budget.tooLong());
            }
            return new BufferedReader(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
        }
        InputStream stream = new BufferedInputStream(new Limited(source.open(), budget, place));
        stream.mark(BYTES_OF_SIGN);
        byte[] start = stream.readNBytes(BYTES_OF_SIGN);
        stream.reset();
        StringBuilder digits = new StringBuilder();
        for (byte each : start) {
            digits.append(Character.forDigit(each >> 4 & 0xF, 16)).append(Character.forDigit(each & 0xF, 16));
        }
        for (Sign each : OTHER_KINDS) {
            if (digits.indexOf(each.digits) == 0) {
                throw place.refuse("is " + each.words + "; expected JSON or YAML");
            }
        }
        Optional<Form> marked =
                MARKED.stream().filter(each -> digits.indexOf(each.digits) == 0).findFirst();
        if (marked.isPresent()) {
            stream.skipNBytes(marked.get().length);
        }
        Charset charset = marked.map(each -> Charset.forName(each.charset)).orElseGet(() -> unmarked(start));
        return new BufferedReader(new InputStreamReader(
                stream,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** The first character is one of ASCII, so where its zeros are tells the form. */
    private static Charset unmarked(byte[] start) {
        if (start.length >= 4 && start[0] == 0 && start[1] == 0 && start[2] == 0) {
            return Charset.forName("UTF-32BE");
        } else if (start.length >= 4 && start[1] == 0 && start[2] == 0 && start[3] == 0) {
            return Charset.forName("UTF-32LE");
        } else if (start.length >= 2 && start[0] == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return start.length >= 2 && start[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    /** Looks at the first character that is not blank, and goes back to the start. */
    static boolean looksLikeJson(Reader reader) throws IOException {
        reader.mark(LONGEST_LEAD);
        int first = ' ';
        for (int i = 0; i < LONGEST_LEAD && first <= ' ' && first >= 0; i++) {
            first = reader.read();
        }
        reader.reset();
        return first < 0 || first == '{' || first == '[' || first == '"';
    }

    /** A stream that ends with an exception beyond the limit of bytes, or once the reading is given up. */
    private static final class Limited extends FilterInputStream {
        private final Budget budget;
        private final Place place;
        private long count;

        Limited(InputStream stream, Budget budget, Place place) {
            super(stream);
            this.budget = budget;
            this.place = place;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            budget.lookNow(place);
            int number = super.read(bytes, from, length);
            count += Math.max(number, 0);
            if (count > budget.limits().bytes()) {
                throw place.refuse(budget.tooLong());
            }
            return number;
        }
    }
}
