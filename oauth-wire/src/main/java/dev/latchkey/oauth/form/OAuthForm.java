package dev.latchkey.oauth.form;

import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.error.OAuthException;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of an OAuth request. Parameters without a value count as absent; repeated ones are
 * refused, {@code resource} excepted (RFC 8707 section 2); unknown ones are ignored.
 */
public final class OAuthForm {

  private static final Set<String> REPEATABLE = Set.of("resource");
  private static final int MOST_PARAMETERS = 100;
  private static final char REPLACEMENT = '\uFFFD';
  private static final char NUL = '\0';

  private Map<String, List<String>> parameters;

  private OAuthForm(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  /** Reads a body. Fails with {@code invalid_request} if it is not UTF-8 or not form-encoded. */
  public static OAuthForm parse(byte[] body) {
    var text = utf8(body);
    if (countOf('&', text) >= MOST_PARAMETERS) {
      throw new OAuthException(INVALID_REQUEST, "There are too many parameters");
    }
    var parameters = new HashMap<String, List<String>>();
    decode(text)
        .forEach(
            (name, values) -> {
              var given = withoutEmpty(values);
              if (given.size() > 1 && !REPEATABLE.contains(name)) {
                throw new OAuthException(INVALID_REQUEST, "A parameter is given more than once");
              }
              if (has(REPLACEMENT, name, given)) {
                throw new OAuthException(INVALID_REQUEST, "The body is not valid UTF-8");
              }
              // PostgreSQL fails on it, and a bad request must not look like a store that is away.
              if (has(NUL, name, given)) {
                throw new OAuthException(INVALID_REQUEST, "A parameter has a zero byte in it");
              }
              parameters.put(name, given);
            });
    return new OAuthForm(parameters);
  }

  /** Drops all parameters; from then on, none is given. */
  public void clear() {
    // A map that is cleared keeps its table.
    parameters = Map.of();
  }

  /** The parameter's value, if it is given. */
  public Optional<String> optional(String name) {
    var values = all(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** The parameter's value. Fails with {@code invalid_request} if it is not given. */
  public String required(String name) {
    return optional(name)
        .orElseThrow(
            () -> new OAuthException(INVALID_REQUEST, "The parameter " + name + " is missing"));
  }

  /** Every value of a parameter that may be repeated. */
  public List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  private static boolean has(char character, String name, List<String> values) {
    var found = name.indexOf(character) >= 0;
    for (var value : values) {
      found = found || value.indexOf(character) >= 0;
    }
    return found;
  }

  private static List<String> withoutEmpty(List<String> values) {
    return values.contains("")
        ? values.stream().filter(value -> !value.isEmpty()).toList()
        : values;
  }

  private static int countOf(char character, String text) {
    var count = 0;
    for (var at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
      count++;
    }
    return count;
  }

  private static String utf8(byte[] body) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new OAuthException(INVALID_REQUEST, "The body is not valid UTF-8", e);
    }
  }

  /** Netty turns percent-encoded bytes that are not UTF-8 into U+FFFD, in silence. */
  private static Map<String, List<String>> decode(String body) {
    // To the decoder, which reads queries, these begin and end one; in a form they are characters.
    var form = body.replace("?", "%3F").replace("#", "%23");
    try {
      return new QueryStringDecoder(form, UTF_8, false, MOST_PARAMETERS + 1, true).parameters();
    } catch (IllegalArgumentException e) {
      // Without the cause, which quotes the body with the secrets in it.
      throw new OAuthException(INVALID_REQUEST, "The body is not form-encoded");
    }
  }
}
