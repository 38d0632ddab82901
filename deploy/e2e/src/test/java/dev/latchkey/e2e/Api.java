package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;

/** A client that authenticates by a secret: what an API asks, and an administrator. */
record Api(Wire wire, String client, String secret) {

  /** The API behind the TV's tokens. */
  static Api ofTheTv(Tv tv) {
    return new Api(tv.wire(), "tv-api", "tv-api-secret-for-tests-only");
  }

  Answer introspect(String token) {
    return wire.post("/oauth/introspect", Map.of("token", token), credentials());
  }

  /** An administrator's order: a new key takes over, the gentle way. */
  void rotateKeys() {
    order(wire, "/admin/keys", "{\"algorithm\":\"ES256\"}");
  }

  /** An administrator's question to device-authz-service, with a token of token-service. */
  Answer events(Wire authz, String query) {
    return authz.get("/admin/events?" + query, administration());
  }

  /** An administrator's order to a service, which has to be taken. */
  Answer order(Wire service, String path, String json) {
    var answer = service.postJson(path, json, administration());
    if (answer.status() / 100 != 2) {
      throw new AssertionError("no " + path + ": " + answer.status() + " " + answer.body());
    }
    return answer;
  }

  private Map<String, String> administration() {
    var token =
        wire.post(Tv.TOKEN, Map.of("grant_type", "client_credentials"), credentials())
            .accessToken();
    return Map.of("Authorization", "Bearer " + token);
  }

  private Map<String, String> credentials() {
    Secrets.note("client_secret", secret);
    var pair = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
    return Map.of("Authorization", "Basic " + pair);
  }
}
