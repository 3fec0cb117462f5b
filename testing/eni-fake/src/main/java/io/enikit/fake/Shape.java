package io.enikit.fake;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;

/** A structure of the API: its members in order. */
final class Shape {
    private final String name;
    private final ImmutableList<Member> members;
    private final ImmutableMap<String, Integer> byName;

    Shape(String name, ImmutableList<Member> members) {
        this.name = name;
        this.members = members;
        ImmutableMap.Builder<String, Integer> indexes = ImmutableMap.builder();
        for (int i = 0; i < members.size(); i++) {
            indexes.put(members.get(i).name(), i);
        }
        this.byName = indexes.buildOrThrow();
    }

    String name() {
        return name;
    }

    ImmutableList<Member> members() {
        return members;
    }

    boolean has(String member) {
        return byName.containsKey(member);
    }

    /** Returns the place of a member; a name that the API does not have is a defect of the caller. */
    int indexOf(String member) {
        Integer index = byName.get(member);
        if (index == null) {
            throw new IllegalArgumentException(name + " has no member " + member);
        }
        return index;
    }

    Map<String, Integer> indexes() {
        return byName;
    }

    @Override
    public String toString() {
        return name;
    }
}
