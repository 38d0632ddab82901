package dev.latchkey.authz.admin;

import dev.latchkey.oauth.admin.ProblemException;

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

  public static ProblemException unknown() {
    return new ProblemException(404, "There is nothing of that name");
  }
}
