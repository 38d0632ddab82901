package dev.latchkey.e2e;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What must be in no log: every secret that a client or a person of this run has sent or received,
 * and those of the system itself. {@link SecretsInLogsTest} looks for them.
 */
final class Secrets {

  /** Parameters of requests, members of answers and fields of pages that are secrets. */
  private static final Set<String> NAMES =
      Set.of(
          "access_token",
          "attestation",
          "authenticator_data",
          "client_assertion",
          "client_data",
          "client_secret",
          "code",
          "code_verifier",
          "confirmed",
          "csrf",
          "current_password",
          "device_code",
          "enrolment_token",
          "id_token",
          "mark",
          "new_password",
          "nonce",
          "password",
          "refresh_token",
          "signature",
          "ticket",
          "token",
          "user_code");

  /**
   * How a JWT begins, whoever made it, a provider's too: by {@code alg}, {@code typ}, {@code kid}.
   */
  static final Set<String> JWTS = Set.of("eyJhbGci", "eyJ0eXAi", "eyJraWQi");

  /** Shorter ones would be found by chance. */
  private static final int SHORTEST = 8;

  private static final Map<String, String> KINDS = new ConcurrentHashMap<>();

  private Secrets() {}

  /** Each with what it is. */
  static Map<String, String> noted() {
    return Map.copyOf(KINDS);
  }

  static void note(String kind, String secret) {
    for (var piece : pieces(kind, secret)) {
      if (piece.length() >= SHORTEST) {
        KINDS.put(piece, kind);
      }
    }
  }

  /** Of a form or of a JSON object: whatever has the name of a secret. */
  static void noteAll(Map<String, ?> members) {
    members.forEach(
        (name, value) -> {
          if (NAMES.contains(name)) {
            values(value).forEach(secret -> note(name, secret.toString()));
          }
        });
  }

  /** Of the headers that carry credentials. */
  static void noteHeader(String name, String value) {
    switch (name) {
      case "Authorization" -> note(name, value.substring(value.indexOf(' ') + 1));
      case "DPoP" -> note(name, value);
      default -> {}
    }
  }

  private static List<?> values(Object value) {
    return value instanceof List<?> several ? several : List.of(value);
  }

  /**
   * The parts that are secret by themselves: a log that has cut a token short has leaked it too.
   */
  private static List<String> pieces(String kind, String secret) {
    if (kind.equals("user_code")) {
      return List.of(secret, secret.replaceAll("[^A-Za-z0-9]", ""));
    }
    var parts = secret.split("\\.", -1);
    if (secret.startsWith("eyJ") && parts.length == 3) {
      return List.of(parts[1], parts[2]);
    }
    // A refresh token: its family is a device's id, which logs may name.
    return parts.length == 4 ? List.of(parts[3]) : List.of(secret);
  }
}
