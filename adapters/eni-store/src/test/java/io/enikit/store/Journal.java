package io.enikit.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a worker asked and was answered, written before and after, so that it survives a kill of the worker. */
final class Journal implements AutoCloseable {
    private final FileChannel file;

    Journal(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** A request, and its answer: of an allocation the block and number, of a release {@code released}. */
    record Entry(String name, String request, long asked, long answered, String answer) {
        boolean isAnswered() {
            return !answer.isEmpty();
        }

        boolean isRelease() {
            return name.endsWith("-");
        }

        /** The name of the allocation, also for its release. */
        String owner() {
            return isRelease() ? name.substring(0, name.length() - 1) : name;
        }
    }

    synchronized void asked(String name, String request) throws IOException {
        write("ask " + System.nanoTime() + " " + name + " " + request + "\n");
    }

    synchronized void answered(String name, String answer) throws IOException {
        write("got " + System.nanoTime() + " " + name + " " + answer + "\n");
    }

    private void write(String line) throws IOException {
        file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    }

    /** The entries by name; one that was asked again begins with its first asking. */
    static Map<String, Entry> read(Path path) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of();
        for (String line : lines) {
            String[] fields = line.split(" ", 4);
            long time = Long.parseLong(fields[1]);
            if (fields[0].equals("ask")) {
                entries.putIfAbsent(fields[2], new Entry(fields[2], fields[3], time, 0, ""));
            } else {
                Entry asked = Objects.requireNonNull(entries.get(fields[2]), line);
                entries.put(fields[2], new Entry(fields[2], asked.request(), asked.asked(), time, fields[3]));
            }
        }
        return entries;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
