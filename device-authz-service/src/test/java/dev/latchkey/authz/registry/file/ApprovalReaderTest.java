package dev.latchkey.authz.registry.file;

import static dev.latchkey.authz.registry.file.RegistryText.client;
import static dev.latchkey.authz.registry.file.RegistryText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.ApprovalPolicy;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalReaderTest {

  private static final String PUBLIC = "token_endpoint_auth_method: none";

  @Test
  void withoutAWordNothingIsDemanded() {
    // When
    var client = client(PUBLIC, "approval: {}");

    // Then
    assertThat(client.approval()).isEqualTo(ApprovalPolicy.NONE);
  }

  @Test
  void everythingCanBeDemandedAtOnce() {
    // When
    var client =
        client(
            PUBLIC,
            "first_party: true",
            "approval:",
            "  typed_code: true",
            "  networks: [10.20.0.0/16, '2001:db8::/32']",
            "  same_network: true",
            "  groups: [staff, night staff]",
            "  confirmation: number");

    // Then
    assertThat(client.approval())
        .isEqualTo(
            new ApprovalPolicy(
                true,
                true,
                Set.of("10.20.0.0/16", "2001:db8::/32"),
                true,
                Set.of("staff", "night staff"),
                true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "192.0.2.7/32", "::/0", "2001:db8::1/128", "10.128.0.0/9"})
  void aNetworkIsARangeOfEitherKind(String network) {
    // When
    var client = client(PUBLIC, "approval: { networks: ['" + network + "'] }");

    // Then
    assertThat(client.approval().networks()).containsExactly(network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.20.0.0",
        "10.20.0.0/33",
        "10.20.0.0/-1",
        "10.20.0.0/",
        "10.20/16",
        "10.20.30.40/16",
        "10.128.0.0/8",
        "2001:db8::/129",
        "2001:db8::1/64",
        "office",
        "office/16"
      })
  void whatIsNoRangeIsRefused(String network) {
    // When
    var reading = refusal(PUBLIC, "approval: { networks: [10.0.0.0/8, '" + network + "'] }");

    // Then
    reading.hasMessageStartingWith("line 10: clients[0].approval.networks[1] is no network");
  }

  @ParameterizedTest
  @ValueSource(strings = {"::ffff:10.0.0.0/104", "::ffff:a00:0/104", "::ffff:0:0/96"})
  void aNetworkOfIpv4IsNotWrittenAsIpv6(String network) {
    // When
    var reading = refusal(PUBLIC, "approval: { networks: ['" + network + "'] }");

    // Then
    reading.hasMessageStartingWith(
        "line 10: clients[0].approval.networks[0] is a network of IPv4 written as IPv6");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          networks: []                     | .networks is empty
          networks: [10.0.0.0/8, 10.0.0.0/8] | .networks names something twice
          groups: []                       | .groups is empty
          groups: ['']                     | .groups is missing
          confirmation: pin                | .confirmation is number
          confirmation: true               | .confirmation is number
          typed_code: maybe                | .typed_code has a value of the wrong kind
          typed_codes: true                | .typed_codes is unknown
          """)
  void namesLineAndFieldOfAMistake(String mistake, String message) {
    // When
    var reading = refusal(PUBLIC, "approval: { " + mistake + " }");

    // Then
    reading.hasMessageStartingWith("line 10: clients[0].approval" + message);
  }

  @Test
  void aGrantNeedNotCarryMoreThanFiftyGroups() {
    // Given
    var groups = IntStream.range(0, 51).mapToObj(i -> "g" + i).collect(Collectors.joining(", "));

    // When
    var reading = refusal(PUBLIC, "approval: { groups: [" + groups + "] }");

    // Then
    reading.hasMessage("line 10: clients[0].approval.groups has more than 50 entries");
  }
}
