/** Plans from what people have: AWS CLI output, CloudFormation templates, Terraform plans. */
module io.enikit.json {
    requires transitive io.enikit.core;
    requires com.fasterxml.jackson.core;
    requires com.google.common;
    requires org.snakeyaml.engine;
    requires static transitive org.jspecify;
    requires static org.assertj.core; // for assertions only

    exports io.enikit.json;
}
