package io.enikit.json.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names of resources that have a Region and an account in them. */
class ArnTest {
    private static Optional<Arn> arn(String text) {
        return Arn.parse(text).findFirst();
    }

    @Test
    void arn_hasARegionAndAnAccount_unlessTheyAreEmpty() {
        Arn full = arn("arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1").orElseThrow();
        assertThat(full.region()).contains("eu-west-1");
        assertThat(full.account()).contains("123456789012");
        Arn bucket = arn("arn:aws:s3:::bucket:with:colons").orElseThrow();
        assertThat(bucket.region()).isEmpty();
        assertThat(bucket.account()).isEmpty();
        assertThat(arn("aws:ec2:eu-west-1:123456789012:vpc/vpc-1")).isEmpty();
        assertThat(arn("urn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1")).isEmpty();
    }
}
