package io.enikit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.PlanText;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no client sends: each gets an error document, and the state is as before. */
class BadInputTest {
    private final TestClient client = new TestClient(FakeEc2.empty());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Version=2016-11-15 | MissingAction",
                "Action= | MissingAction",
                "Action=MakeCoffee | InvalidAction",
                "Action=DescribeImages | InvalidAction",
                "Action=DescribeVpcs&Version=2031-01-01 | NoSuchVersion",
                "Action=DescribeVpcs&Version=newest | NoSuchVersion",
                "Action=DescribeVpcs&Colour=red | UnknownParameter",
                "Action=DescribeVpcs&VpcId.1=a&VpcId.1=b | MalformedQueryString",
                "Action=DescribeVpcs&VpcId.0=a | UnknownParameter",
                "Action=DescribeVpcs&VpcId.2=a | MalformedQueryString",
                "Action=DescribeVpcs&VpcId.01=a | UnknownParameter",
                "Action=DescribeVpcs&VpcId.x=a | UnknownParameter",
                "Action=DescribeVpcs&VpcId.-1=a | UnknownParameter",
                "Action=DescribeVpcs&VpcId=a | UnknownParameter",
                "Action=DescribeVpcs&VpcId.1.Name=a | UnknownParameter",
                "Action=DescribeVpcs&Filter.1.Name.x=a | UnknownParameter",
                "Action=DescribeVpcs&DryRun=perhaps | InvalidParameterValue",
                "Action=DescribeVpcs&MaxResults=many | InvalidParameterValue",
                "Action=DescribeVpcs&MaxResults=99999999999 | InvalidParameterValue",
                "Action=DescribeVpcs&NextToken=xyz | InvalidNextToken",
                "Action=DeleteVpc | MissingParameter",
                "Action=CreateVpc&CidrBlock=10.0.0.0/99 | InvalidParameterValue",
                "Action=CreateVpc&CidrBlock=a%zz | MalformedQueryString",
                "Action=CreateVpc&CidrBlock=%ff%fe | MalformedQueryString",
                "Action=CreateVpc&CidrBlock=%00 | InvalidParameterValue",
            })
    void request_thatIsWrong_getsAnErrorDocument(String form, String code) {
        assertThat(client.send(form).code()).isEqualTo(code);
        assertThat(client.ec2().plan().vpcs()).isEmpty();
    }

    @Test
    void request_thatIsTooLong_isRefused() {
        String form = "Action=CreateVpc&CidrBlock=" + "1".repeat(QueryForm.BYTES_AT_MOST);
        assertThat(client.send(form).code()).isEqualTo("RequestEntityTooLarge");
    }

    @Test
    void request_withManyLevels_isRefused() {
        assertThat(client.send("Action=DescribeVpcs&" + "a.".repeat(100_000) + "=1")
                        .code())
                .isEqualTo("UnknownParameter");
    }

    @Property(tries = 2000)
    void bytes_whatever_getAnAnswerAndChangeNothing(@ForAll byte[] bytes) {
        FakeEc2 ec2 = client.ec2();
        WireResponse response = ec2.exchange(WireRequest.of(bytes));
        assertThat(response.status()).isBetween(400, 499);
        assertThat(new TestClient.Answer(response).code()).isNotEmpty();
        assertThat(PlanText.write(ec2.plan()))
                .isEqualTo(PlanText.write(FakeEc2.empty().plan()));
    }

    @Property(tries = 300)
    void text_whatever_inAKnownMemberGetsAnAnswer(@ForAll String text) {
        Net net = new Net();
        String form = TestClient.form("CreateNetworkInterface", "SubnetId", net.subnet, "Description", text);
        WireResponse response = net.client.ec2().exchange(WireRequest.of(form.getBytes(StandardCharsets.UTF_8)));
        assertThat(response.status()).isIn(200, 400);
        assertThat(new TestClient.Answer(response).has("requestId") || response.status() == 400)
                .isTrue();
    }
}
