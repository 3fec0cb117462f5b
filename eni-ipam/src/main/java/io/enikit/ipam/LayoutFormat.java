package io.enikit.ipam;

import static java.util.Objects.requireNonNull;

/**
 * The forms in which a layout travels to other tools, and back.
 *
 * <pre>{@code
 * String variables = LayoutFormat.TERRAFORM_VARIABLES.write(layout);
 * LayoutFormat.TERRAFORM_VARIABLES.read(variables).equals(layout);       // true
 * }</pre>
 *
 * <p>All hold the whole layout, also what did not fit. When they are read, other keys are passed over. Later versions may add constants.
 */
public enum LayoutFormat {
    /** A file of Terraform variables, {@code .tfvars.json}: {@code cidr_blocks}, {@code cidrs} and {@code head_room}. */
    TERRAFORM_VARIABLES(new LayoutJson("", "cidr_blocks", "head_room")),

    /** The context of a CDK app, {@code cdk.context.json}, with all of it under {@code cidr-layout}. */
    CDK_CONTEXT(new LayoutJson("cidr-layout", "blocks", "headRoom")),

    /**
     * A file of parameters for CloudFormation.
     *
     * <p>The key of a name is {@code Cidr} and the name, with {@code X} and the code in hexadecimal for what may not be in a
     * key: {@code web/a} is {@code CidrwebX2fa}.
     */
    CLOUDFORMATION_PARAMETERS(new LayoutParameters()),

    /** Comma-separated values, with the columns {@code kind}, {@code name} and {@code value}. */
    CSV(new LayoutCsv());

    /** How a form is written and read. */
    interface Form {
        String write(LayoutEntries entries);

        LayoutEntries read(String text);
    }

    @SuppressWarnings("ImmutableEnumChecker") // forms hold no state
    private final Form form;

    LayoutFormat(Form form) {
        this.form = form;
    }

    /**
     * Writes a layout.
     *
     * @param layout the layout
     * @return the text
     */
    public String write(CidrLayout layout) {
        return form.write(LayoutEntries.of(requireNonNull(layout, "layout")));
    }

    /**
     * Reads a layout.
     *
     * @param text what {@link #write} wrote, or a person changed
     * @return the layout
     * @throws IpamTextException if the text is no such file, or what it says is no layout
     */
    public CidrLayout read(CharSequence text) {
        return form.read(requireNonNull(text, "text").toString()).layout();
    }
}
