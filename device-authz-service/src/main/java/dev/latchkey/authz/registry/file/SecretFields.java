package dev.latchkey.authz.registry.file;

import java.util.Set;

/**
 * The fields that say where a secret is. What somebody writes below one is perhaps the secret
 * itself, and is repeated nowhere.
 */
final class SecretFields {

  static final Set<String> NAMES = Set.of(CredentialsReader.SECRET, "secret", "old_secret");

  private SecretFields() {}

  /** Whether the field at that path is one. */
  static boolean has(String path) {
    return NAMES.contains(path.substring(path.lastIndexOf('.') + 1));
  }
}
