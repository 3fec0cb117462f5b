package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A second EC2, as simple as can be: one VPC with an internet gateway in plain maps, without the rulebook and without an
 * index.
 *
 * <p>Addresses are numbers: how far they are from 10.0.0.0. Each method answers whether EC2 would do it, and does it then.
 */
final class SmallEc2 {
    private static final int MOST_ELASTIC_IPS = 5;

    /** A subnet: its zone, and its block from a first to a last number. */
    record Net(int zone, int first, int last) {
        boolean has(int address) {
            return address >= first && address <= last;
        }

        boolean overlaps(Net other) {
            return first <= other.last && other.first <= last;
        }
    }

    /** An interface: its addresses with the primary one first, its groups, and where it is attached. */
    static final class Nic {
        final String subnet;
        final List<Integer> addresses = new ArrayList<>();
        final Set<String> groups = new TreeSet<>();

        @Nullable
        String instance;

        int index;
        boolean deletedWithIt;

        Nic(String subnet, int address, String group) {
            this.subnet = subnet;
            addresses.add(address);
            groups.add(group);
        }

        @Override
        public String toString() {
            return subnet + " " + addresses + " " + groups
                    + (instance == null ? "" : " " + instance + " " + index + (deletedWithIt ? " deleted" : ""));
        }
    }

    /** An instance: its zone, and its state. */
    static final class Machine {
        final int zone;
        String state = "running";

        Machine(int zone) {
            this.zone = zone;
        }

        @Override
        public String toString() {
            return state;
        }
    }

    final Map<String, Net> subnets = new TreeMap<>();
    final Map<String, Nic> nics = new TreeMap<>();
    final Map<String, Machine> instances = new TreeMap<>();
    final Set<String> groups = new TreeSet<>();

    /** Where Elastic IPs are: an interface and one of its addresses, or nothing. */
    final Map<String, String> elasticIps = new TreeMap<>();

    private boolean isFree(String subnet, int address) {
        @Nullable Net net = subnets.get(subnet);
        return net != null
                && address >= net.first + 4
                && address < net.last
                && nics.values().stream()
                        .noneMatch(each -> each.subnet.equals(subnet) && each.addresses.contains(address));
    }

    private Nic nic(String id) {
        return requireNonNull(nics.get(id));
    }

    private boolean is(String nic, Predicate<Nic> condition) {
        return nics.containsKey(nic) && condition.test(nic(nic));
    }

    boolean createSubnet(String id, int zone, int first, int last) {
        Net made = new Net(zone, first, last);
        boolean done = !subnets.containsKey(id) && subnets.values().stream().noneMatch(made::overlaps);
        if (done) {
            subnets.put(id, made);
        }
        return done;
    }

    boolean deleteSubnet(String id) {
        return nics.values().stream().noneMatch(each -> each.subnet.equals(id)) && subnets.remove(id) != null;
    }

    boolean createGroup(String id) {
        return groups.add(id);
    }

    boolean deleteGroup(String id) {
        return nics.values().stream().noneMatch(each -> each.groups.contains(id)) && groups.remove(id);
    }

    boolean create(String id, String subnet, int address, String group) {
        boolean done = !nics.containsKey(id) && groups.contains(group) && isFree(subnet, address);
        if (done) {
            nics.put(id, new Nic(subnet, address, group));
        }
        return done;
    }

    boolean setGroups(String id, Set<String> wanted) {
        boolean done = nics.containsKey(id) && groups.containsAll(wanted);
        if (done) {
            nic(id).groups.clear();
            nic(id).groups.addAll(wanted);
        }
        return done;
    }

    boolean delete(String id) {
        boolean done = is(id, each -> each.instance == null);
        if (done) {
            forget(id);
        }
        return done;
    }

    private void forget(String id) {
        nics.remove(id);
        elasticIps.replaceAll((each, place) -> place.startsWith(id + " ") ? "" : place);
    }

    /** An address that the interface has already is taken for assigned; one of another interface moves, if it may. */
    boolean assign(String id, int address, boolean mayMove) {
        if (is(id, each -> each.addresses.contains(address))) {
            return true;
        }
        if (!nics.containsKey(id)) {
            return false;
        }
        String subnet = nic(id).subnet;
        for (Map.Entry<String, Nic> each : nics.entrySet()) {
            Nic holder = each.getValue();
            if (holder.subnet.equals(subnet) && holder.addresses.contains(address)) {
                boolean done = mayMove && holder.addresses.get(0) != address;
                if (done) {
                    holder.addresses.remove(Integer.valueOf(address));
                    nic(id).addresses.add(address);
                    elasticIps.replaceAll(
                            (ip, place) -> place.equals(each.getKey() + " " + address) ? id + " " + address : place);
                }
                return done;
            }
        }
        boolean done = isFree(subnet, address);
        if (done) {
            nic(id).addresses.add(address);
        }
        return done;
    }

    boolean unassign(String id, int address) {
        boolean done = is(id, each -> each.addresses.indexOf(address) > 0);
        if (done) {
            nic(id).addresses.remove(Integer.valueOf(address));
            elasticIps.replaceAll((each, place) -> place.equals(id + " " + address) ? "" : place);
        }
        return done;
    }

    boolean attach(String id, String instance, int index) {
        @Nullable Machine machine = instances.get(instance);
        boolean done = machine != null
                && !machine.state.equals("terminated")
                && is(id, each -> each.instance == null && net(each).zone == machine.zone)
                && nics.values().stream().noneMatch(each -> instance.equals(each.instance) && each.index == index);
        if (done) {
            nic(id).instance = instance;
            nic(id).index = index;
            nic(id).deletedWithIt = false;
        }
        return done;
    }

    private Net net(Nic nic) {
        return requireNonNull(subnets.get(nic.subnet));
    }

    boolean detach(String id) {
        boolean done = is(id, each -> each.instance != null && each.index > 0);
        if (done) {
            nic(id).instance = null;
        }
        return done;
    }

    /** Launches an instance with a new interface, which goes with it. */
    boolean launch(String id, String nic, String subnet, int address, String group) {
        boolean done = !instances.containsKey(id) && create(nic, subnet, address, group);
        if (done) {
            instances.put(id, new Machine(net(nic(nic)).zone));
            nic(nic).instance = id;
            nic(nic).index = 0;
            nic(nic).deletedWithIt = true;
        }
        return done;
    }

    boolean stop(String id) {
        return becomes(id, "stopped");
    }

    boolean start(String id) {
        return becomes(id, "running");
    }

    private boolean becomes(String id, String state) {
        @Nullable Machine machine = instances.get(id);
        boolean done = machine != null && !machine.state.equals("terminated");
        if (machine != null && done) {
            machine.state = state;
        }
        return done;
    }

    boolean terminate(String id) {
        @Nullable Machine machine = instances.get(id);
        if (machine != null) {
            machine.state = "terminated";
            for (String nic : List.copyOf(nics.keySet())) {
                if (id.equals(nic(nic).instance)) {
                    nic(nic).instance = null;
                    if (nic(nic).deletedWithIt) {
                        forget(nic);
                    }
                }
            }
        }
        return machine != null;
    }

    boolean allocate(String id) {
        return elasticIps.size() < MOST_ELASTIC_IPS && elasticIps.putIfAbsent(id, "") == null;
    }

    boolean release(String id) {
        return elasticIps.remove(id, "");
    }

    /** An Elastic IP that is where it is to be stays; else it goes there, and another one there leaves. */
    boolean associate(String id, String nic, int address, boolean mayMove) {
        @Nullable String place = elasticIps.get(id);
        String wanted = nic + " " + address;
        boolean done = is(nic, each -> each.addresses.contains(address))
                && place != null
                && (mayMove || place.isEmpty() || place.equals(wanted));
        if (done) {
            elasticIps.replaceAll((each, where) -> where.equals(wanted) ? "" : where);
            elasticIps.put(id, wanted);
        }
        return done;
    }

    /** Done twice, it is done. */
    boolean disassociate(String id) {
        return elasticIps.replace(id, "") != null;
    }

    @Override
    public String toString() {
        return subnets + "\n" + groups + "\n" + nics + "\n" + instances + "\n" + elasticIps;
    }
}
