package dev.latchkey.authz.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.admin.ProblemException;
import java.net.URLEncoder;

/** What an address names: a client, an API, a scope. */
public final class PathName {

  private PathName() {}

  /** The name; fails with 404 if nothing can be called that, and PostgreSQL not be asked for it. */
  public static String of(String sent) {
    if (sent.isBlank() || sent.chars().anyMatch(Character::isISOControl)) {
      throw unknown();
    }
    return sent;
  }

  /** The address of what is called so, below another one. */
  public static String address(String parent, String name) {
    return parent + "/" + URLEncoder.encode(name, UTF_8).replace("+", "%20");
  }

  public static ProblemException unknown() {
    return new ProblemException(404, "There is nothing of that name");
  }
}
