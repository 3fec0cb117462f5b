package io.enikit.json.terraform;

import io.enikit.json.terraform.TerraformModule.Names;
import io.enikit.json.text.Node;
import java.util.Optional;

/** A planned instance of a resource, or one of a state. Each is itself only. */
final class Planned {
    private final TerraformModule module;
    private final String type;
    private final String name;
    private final String key;
    private final String address;
    private final String label;
    private final Node values;
    private final Optional<Node> configuration;
    private final Optional<String> id;

    private Planned(
            TerraformModule module,
            String type,
            String name,
            String key,
            String label,
            Node values,
            Optional<Node> configuration) {
        this.module = module;
        this.type = type;
        this.name = name;
        this.key = key;
        this.address = label;
        this.label = label;
        this.values = values;
        this.configuration = configuration;
        this.id = text("id").filter(text -> !text.isBlank());
    }

    private Planned(Planned other, String address) {
        this.module = other.module;
        this.type = other.type;
        this.name = other.name;
        this.key = other.key;
        this.address = address;
        this.label = other.label;
        this.values = other.values;
        this.configuration = other.configuration;
        this.id = other.id;
    }

    /**
     * Makes an instance.
     *
     * @param module the module it is in
     * @param type such as {@code aws_subnet}
     * @param name the type and the name, such as {@code aws_subnet.public}
     * @param key the index or the key in brackets, empty if there is one instance only
     * @param label its address in words of Terraform
     * @param values the planned values, an object
     * @param names gives it what it is called here
     */
    static Planned of(
            TerraformModule module, String type, String name, String key, String label, Node values, Names names) {
        Planned plain = new Planned(module, type, name, key, label, values, module.configuration(name));
        return plain.called(names.of(plain));
    }

    /** Returns the same instance, called otherwise. */
    Planned called(String newAddress) {
        return newAddress.equals(address) ? this : new Planned(this, newAddress);
    }

    TerraformModule module() {
        return module;
    }

    String type() {
        return type;
    }

    /** Returns the type and the name. */
    String name() {
        return name;
    }

    String key() {
        return key;
    }

    /** Returns what it is called here: the address, or something else if that is taken. */
    String address() {
        return address;
    }

    /** Returns its address in words of Terraform. */
    String label() {
        return label;
    }

    Node values() {
        return values;
    }

    /** Returns the expressions it is configured by; none if there is no configuration. */
    Optional<Node> configuration() {
        return configuration;
    }

    /** Returns the address without the key: what all instances of the resource have in common. */
    String addressOfAll() {
        int start = key.isEmpty() ? -1 : address.lastIndexOf(name);
        return start < 0 ? address : address.substring(0, start + name.length());
    }

    /** Returns the id, if it is known. */
    Optional<String> id() {
        return id;
    }

    /** Returns a value that is a text, and not an empty one. */
    Optional<String> text(String attribute) {
        return values.findText(attribute)
                .filter(node -> node.is(Node.Kind.TEXT))
                .map(Node::text);
    }

    boolean isData() {
        return name.startsWith(TerraformModule.DATA);
    }
}
