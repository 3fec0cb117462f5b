package io.enikit.limits;

/** Names of instance types: {@code family.size} in lower-case letters, digits and hyphens. */
final class InstanceTypeName {
    private static final int MAXIMUM_LENGTH = 64;

    private InstanceTypeName() {}

    static void check(String name) {
        if (!isValid(name)) {
            throw new IllegalArgumentException("not the name of an instance type: \"" + name
                    + "\" (expected family.size in lower-case letters, digits and hyphens, as in m5.large)");
        }
    }

    static boolean isValid(String name) {
        int dot = name.indexOf('.');
        if (dot <= 0 || dot == name.length() - 1 || name.length() > MAXIMUM_LENGTH) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || i == dot;
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
