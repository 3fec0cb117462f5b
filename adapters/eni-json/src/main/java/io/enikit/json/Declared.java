package io.enikit.json;

/**
 * A resource as a template declares it: its values are evaluated, and are known, unknown, or refer to other resources.
 *
 * <p>Terraform's resources are put in the words of CloudFormation, so that one reader serves both.
 *
 * @param type the type without its first two parts, such as {@code Subnet}
 * @param name the logical id, or Terraform's address
 * @param properties its properties, an object
 * @param origin where it stands
 */
record Declared(String type, String name, Node properties, Origin origin) {
    /** Returns the id of a part of this resource, such as its interface. */
    String part(String word) {
        return name + "/" + word;
    }

    /** Returns what stands for a property that is not known. */
    String symbol(String property) {
        return Symbols.of(name + "." + property);
    }
}
