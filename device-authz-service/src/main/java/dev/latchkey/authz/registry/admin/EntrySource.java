package dev.latchkey.authz.registry.admin;

import dev.latchkey.oauth.admin.ProblemException;

/** Whose an entry of the registry is. */
final class EntrySource {

  static final String FIELD = "source";
  static final String ADMIN = "admin";
  static final String FILE = "file";

  private EntrySource() {}

  static String of(boolean declared) {
    return declared ? FILE : ADMIN;
  }

  /** To be called before a change. Fails with 409 if the file declares the entry. */
  static void requireOurs(boolean declared) {
    if (declared) {
      throw new ProblemException(
          409, "The registry file declares it; it is changed there, and read-only here");
    }
  }
}
