package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A second EC2, as simple as can be: interfaces of two subnets and two instances in plain maps, without the rulebook.
 *
 * <p>Each method answers whether EC2 would do it, and does it then.
 */
final class SmallEc2 {
    /** An interface: its subnet, its addresses by the last number with the primary one first, and where it is attached. */
    static final class Nic {
        final int subnet;
        final List<Integer> hosts = new ArrayList<>();
        int instance = NOWHERE;
        int index = NOWHERE;

        Nic(int subnet) {
            this.subnet = subnet;
        }

        @Override
        public String toString() {
            return "subnet " + subnet + " " + hosts + (instance == NOWHERE ? "" : " at " + instance + ", " + index);
        }
    }

    private static final int NOWHERE = -1;
    private static final int FIRST_HOST = 4;
    private static final int LAST_HOST = 14;

    final Map<String, Nic> nics = new TreeMap<>();

    /** Each instance is in the zone of the subnet of its number. */
    SmallEc2() {
        for (int instance = 0; instance < 2; instance++) {
            Nic primary = new Nic(instance);
            primary.hosts.add(FIRST_HOST);
            primary.instance = instance;
            primary.index = 0;
            nics.put("p" + instance, primary);
        }
    }

    private boolean isFree(int subnet, int host) {
        return host >= FIRST_HOST
                && host <= LAST_HOST
                && nics.values().stream().noneMatch(each -> each.subnet == subnet && each.hosts.contains(host));
    }

    boolean create(String nic, int subnet, int host) {
        boolean done = !nics.containsKey(nic) && isFree(subnet, host);
        if (done) {
            Nic made = new Nic(subnet);
            made.hosts.add(host);
            nics.put(nic, made);
        }
        return done;
    }

    private Nic nic(String id) {
        return requireNonNull(nics.get(id));
    }

    boolean delete(String nic) {
        boolean done = nics.containsKey(nic) && nics.get(nic).instance == NOWHERE;
        if (done) {
            nics.remove(nic);
        }
        return done;
    }

    /** An address that the interface has already is taken for assigned. */
    boolean assign(String nic, int host) {
        if (nics.containsKey(nic) && nics.get(nic).hosts.contains(host)) {
            return true;
        }
        boolean done = nics.containsKey(nic) && isFree(nics.get(nic).subnet, host);
        if (done) {
            nic(nic).hosts.add(host);
        }
        return done;
    }

    boolean unassign(String nic, int host) {
        boolean done = nics.containsKey(nic) && nics.get(nic).hosts.indexOf(host) > 0;
        if (done) {
            nic(nic).hosts.remove(Integer.valueOf(host));
        }
        return done;
    }

    boolean attach(String nic, int instance, int index) {
        boolean done = nics.containsKey(nic)
                && nics.get(nic).instance == NOWHERE
                && nics.get(nic).subnet == instance
                && nics.values().stream().noneMatch(each -> each.instance == instance && each.index == index);
        if (done) {
            nic(nic).instance = instance;
            nic(nic).index = index;
        }
        return done;
    }

    boolean detach(String nic) {
        boolean done = nics.containsKey(nic) && nics.get(nic).index > 0;
        if (done) {
            nic(nic).instance = NOWHERE;
            nic(nic).index = NOWHERE;
        }
        return done;
    }

    @Override
    public String toString() {
        return nics.toString();
    }
}
