package io.enikit.json.gathered;

import com.google.common.collect.Sets;
import io.enikit.json.Origin;
import io.enikit.json.text.Place;
import io.enikit.json.text.ValueAccess;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Which files are read, which lists of describe output are in them, and what of them is not read. */
public final class FilesRead {
    private final Set<String> lists = new HashSet<>();
    private final Set<String> given = new LinkedHashSet<>();
    private final Set<String> read = new HashSet<>();
    private final Unread unread = new Unread();

    void addAll(FilesRead other) {
        lists.addAll(other.lists);
        given.addAll(other.given);
        read.addAll(other.read);
        unread.addAll(other.unread);
    }

    /** Names the files that are read, so that those can be told in which nothing is. */
    public void expect(Set<String> files) {
        given.addAll(files);
    }

    /** Returns the first line of the first file. */
    Optional<Origin> first() {
        return given.stream()
                .findFirst()
                .map(file -> ValueAccess.get().origin(file, "", OptionalInt.of(1), Optional.empty()));
    }

    /** Returns whether describe output had a list. */
    public boolean saw(String list) {
        return lists.contains(list);
    }

    /** Notes that there is a list of describe output, be it empty. */
    public void sawList(String key, Place at) {
        lists.add(key);
        noteRead(at);
    }

    /** Notes that something was read in a file. */
    public void noteRead(Place at) {
        read.add(at.file());
    }

    public void noteRead(Origin origin) {
        read.add(origin.file());
    }

    /** Returns what is not read; add to it. */
    public Unread unread() {
        return unread;
    }

    /** Returns what was not read in the end, with the files in which nothing was. */
    Unread unreadAtLast() {
        unread.addEmptyFiles(Sets.difference(given, read));
        return unread;
    }
}
