package dev.latchkey.oauth.trace;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** Methods of HTTP, as spans say them: anybody can send a word of theirs. */
final class Method {

  private static final Set<HttpMethod> KNOWN =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private Method() {}

  static String of(HttpMethod method) {
    return KNOWN.contains(method) ? method.name() : "_OTHER";
  }
}
