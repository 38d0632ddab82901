package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.authz.registry.file.Mistake.Place;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody puts there: nothing is taken over, and the answer says where to look. */
@Timeout(10)
class BadInputTest {

  private static final String PUBLIC = "token_endpoint_auth_method: none";

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("empty", "", "the file is empty"),
        arguments("only a comment", "# nothing yet\n", "the file is empty"),
        arguments("nothing in words", "~\n", "the file is empty"),
        arguments("a list", "[]", "the file has a value of the wrong kind"),
        arguments("two documents", "apis: []\n---\nclients: []\n", "line 2: the file is no YAML"),
        arguments(
            "ends within a text",
            "clients:\n  - client_id: \"tv",
            "line 2: the file is no YAML: found unexpected end of stream"),
        arguments("ends within a list", "clients:\n  - { client_id: tv,", "line 2: the file is"),
        arguments(
            "ends within an entry", "clients:\n  - client_id: tv", "line 2: clients[0].client_"),
        arguments(
            "no indentation",
            "clients:\n  - client_id: tv\n name: TV\n",
            "line 3: the file is no YAML: expected <block end>, but found '<block mapping start>'"),
        arguments(
            "a colon too many",
            "apis:\n  - name: TV: all\n",
            "line 2: the file is no YAML: mapping values are not allowed here"),
        arguments("tabs", "apis:\n\t- name: TV\n", "line 2: the file is no YAML"),
        arguments("no text", "\u0000\u0001\u0002", "the file is no YAML"),
        arguments(
            "an alias", "apis: &a []\nclients: *a\n", "line 2: the file has an alias (*) here"),
        arguments("a circle", "apis: &a\n  - *a\n", "line 2: the file has an alias (*) here"),
        arguments("a bomb", bomb(), "line 2: the file has an alias (*) here"),
        arguments(
            "merged fields",
            "clients:\n  - { <<: { name: TV }, client_id: tv }\n",
            "line 2: clients[0] has a name that no field has"),
        arguments(
            "a field twice",
            "clients:\n  - client_id: tv\n    client_id: other\n",
            "line 3: clients[0].client_id stands there twice"),
        arguments(
            "a list twice", "clients: []\nclients: []\n", "line 2: clients stands there twice"),
        arguments(
            "a name that writes to the log",
            "\"a\\nline 2: b\": 1\n",
            "line 1: the file has a name that no field has"),
        arguments(
            "no duration",
            "clients:\n  - { client_id: tv, name: TV, token_endpoint_auth_method: none, device_code: { lifetime: '' } }\n",
            "line 2: clients[0].device_code.lifetime is no duration"),
        arguments(
            "a duration beyond all bounds",
            "clients:\n  - { client_id: tv, name: TV, token_endpoint_auth_method: none, device_code: { lifetime: 999999999999999999d } }\n",
            "line 2: clients[0].device_code.lifetime is no duration"),
        arguments(
            "an alphabet that nobody has",
            "clients:\n  - { client_id: tv, name: TV, token_endpoint_auth_method: none, device_code: { user_code: { charset: emoji } } }\n",
            "line 2: clients[0].device_code.user_code.charset is one of base20, digits"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void saysWhere(String name, String text, String message) {
    // When
    var mistakes = RegistryText.mistakes(text);

    // Then
    assertThat(mistakes.get(0).toString()).startsWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void aDeepTextIsNoReasonToFall(String opening) {
    // Given
    var text = opening.repeat(700_000);

    // When
    var mistakes = RegistryText.mistakes(text);

    // Then
    assertThat(mistakes)
        .singleElement()
        .asString()
        .startsWith("line 1: the file is nested deeper here");
  }

  @Test
  void aTextOfMoreThanARegistryHasIsNotHeld() {
    // Given
    var text = "clients:\n" + "- x\n".repeat(YamlBounds.MOST_NODES);

    // When
    var mistakes = RegistryText.mistakes(text);

    // Then
    assertThat(mistakes)
        .singleElement()
        .asString()
        .startsWith("line 49999: the file has more than 50000 names and values");
  }

  static Stream<Arguments> misspelt() {
    return Stream.of(
        arguments("clint_id: tv", "clients[0].clint_id is unknown; did you mean client_id?"),
        arguments("scope: [openid]", "clients[0].scope is unknown; did you mean scopes?"),
        arguments("grant_type: []", "clients[0].grant_type is unknown; did you mean grant_types?"),
        arguments(
            "device_code: { livetime: 10m }",
            "clients[0].device_code.livetime is unknown; did you mean lifetime?"),
        arguments("colour: blue", "clients[0].colour is unknown"),
        arguments("x: 1", "clients[0].x is unknown"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misspelt")
  void namesTheFieldThatWasMeant(String line, String sentence) {
    // When
    var mistakes = RegistryText.mistakes(RegistryText.of(PUBLIC, line));

    // Then
    assertThat(mistakes).extracting(Mistake::sentence).containsExactly(sentence);
  }

  @Test
  void namesLineAndColumnOfEveryMistake() {
    // Given
    var text =
        """
        clients:
          - client_id: tv
            nam: TV
            enabled: often
          - { client_id: radio, name: Radio, scopes: watch }
        """;

    // When
    var mistakes = RegistryText.mistakes(text);

    // Then
    assertThat(mistakes)
        .extracting(Mistake::place, Mistake::field)
        .containsExactly(
            place(3, 5, "clients[0].nam"),
            place(4, 5, "clients[0].enabled"),
            place(5, 38, "clients[1].scopes"));
  }

  @Test
  void namesAMistakeOfEachEntry() {
    // Given
    var text =
        """
        clients:
          - { client_id: tv, name: TV, token_endpoint_auth_method: none, scopes: [fly] }
          - { client_id: radio, name: Radio, token_endpoint_auth_method: none }
          - { client_id: lamp, name: Lamp, token_endpoint_auth_method: none, default_api: none }
        """;

    // When
    var mistakes = RegistryText.mistakes(text);

    // Then
    assertThat(mistakes)
        .extracting(Mistake::field)
        .containsExactly("clients[0].scopes", "clients[2].default_api");
  }

  @Test
  void aMistakeOfAnEntryDoesNotHideTheNext() {
    // Given
    var text =
        """
        apis:
          - identifier: tv
            name: ''
            scopes: { 'a b': Both, watch: '', record: Record }
            access_token_lifetime: soon
        clients:
          - client_id: tv
            name: ''
            logo: https://tv.example.com/logo.png
            token_endpoint_auth_method: none
            client_secret: { env: SECRET }
            grant_types: [password, client_credentials]
            scopes: [fly, swim]
            device_code: { lifetime: soon, interval: 2h, user_code: { mask: '**' } }
            refresh_token: { idle_lifetime: 0s, absolute_lifetime: long }
            id_token_signed_response_alg: none
            approval: { networks: [office, lobby], groups: [], confirmation: pin }
            allowed_origins: [tv, radio]
            default_api: none
            error_profile: okta
        """;
    var clients = text.substring(text.indexOf("clients:"));

    // When
    var ofApis = RegistryText.mistakes(text);
    var ofClients = RegistryText.mistakes(clients);

    // Then
    assertThat(ofApis)
        .extracting(Mistake::field)
        .containsExactly(
            "apis[0].name",
            "apis[0].scopes.a b",
            "apis[0].scopes.watch",
            "apis[0].access_token_lifetime");
    assertThat(ofClients)
        .extracting(Mistake::field)
        .containsExactly(
            "clients[0].name",
            "clients[0].logo",
            "clients[0].client_secret",
            "clients[0].grant_types",
            "clients[0].scopes",
            "clients[0].scopes",
            "clients[0].device_code.lifetime",
            "clients[0].device_code.interval",
            "clients[0].device_code.user_code",
            "clients[0].refresh_token.idle_lifetime",
            "clients[0].refresh_token.absolute_lifetime",
            "clients[0].id_token_signed_response_alg",
            "clients[0].approval.networks[0]",
            "clients[0].approval.networks[1]",
            "clients[0].approval.groups",
            "clients[0].approval.confirmation",
            "clients[0].allowed_origins[0]",
            "clients[0].allowed_origins[1]",
            "clients[0].default_api",
            "clients[0].error_profile");
  }

  @Test
  void whatRefersToAnApiWithAMistakeIsNotCalledOneToo() {
    // Given
    var text =
        RegistryText.of(PUBLIC, "scopes: [watch]", "default_api: https://api.example.com/tv")
            .replace("name: TV programme", "name: ''");

    // When
    var mistakes = RegistryText.mistakes(text);

    // Then
    assertThat(mistakes).extracting(Mistake::field).containsExactly("apis[0].name");
  }

  @Test
  void aLogLineHasTheFirstFew() {
    // Given
    var entries =
        IntStream.range(0, 20).mapToObj(i -> "  - { nam: TV }\n").collect(Collectors.joining());

    // When
    var refused = new InvalidRegistryException(RegistryText.mistakes("clients:\n" + entries));

    // Then
    assertThat(refused).hasMessageContaining("line 6: ").hasMessageEndingWith("; and 15 more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client_secret: { value: 'wonderland' x }",
        "client_secret: { value: wonderland",
        "client_secret: { value: wonderland, value: wonderland }",
        "client_secret: { value: { wonderland: 1, wonderland: 2 } }",
        "client_secret: !wonder!land x",
        "client_secret: *wonderland"
      })
  void aSecretInABrokenTextIsNotRepeated(String mistake) {
    // When
    var mistakes = RegistryText.mistakes(RegistryText.of(mistake));

    // Then
    assertThat(mistakes)
        .isNotEmpty()
        .allSatisfy(
            wrong -> {
              assertThat(wrong.place()).isPresent();
              assertThat(wrong.toString()).doesNotContain("wonder");
            });
  }

  /** Ten lists of the list before: a billion in ten lines. */
  private static String bomb() {
    return IntStream.rangeClosed(1, 9)
        .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)))
        .collect(Collectors.joining("", "a0: &a0 [x]\n", ""));
  }

  private static Tuple place(int line, int column, String field) {
    return tuple(Optional.of(new Place(line, column)), field);
  }
}
