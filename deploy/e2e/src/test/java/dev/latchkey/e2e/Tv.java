package dev.latchkey.e2e;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.local.LocalSystem;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A device that speaks bare HTTP, to see each answer as it is. */
final class Tv {

  static final String CLIENT = "living-room-tv";
  static final String SCOPE = "openid profile email offline_access watch";

  static final String TOKEN = "/oauth/token";

  private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

  private final Wire wire;
  private final String client;

  Tv(URI base) {
    this(new Wire(base), CLIENT);
  }

  private Tv(Wire wire, String client) {
    this.wire = wire;
    this.client = client;
  }

  /** The same TV, talking to one service directly. */
  Tv at(URI other) {
    return new Tv(new Wire(other), client);
  }

  /** A device of another client. */
  Tv of(String other) {
    return new Tv(wire, other);
  }

  Wire wire() {
    return wire;
  }

  Codes start() {
    return start(client, SCOPE);
  }

  Codes start(String client, String scope) {
    return start(client, scope, Map.of());
  }

  /** Asks for codes with more parameters than usual. */
  Codes start(String client, String scope, Map<String, String> more) {
    var form =
        form(
            client,
            Map.of("scope", scope, "device_name", "Samsung <b>65</b>\"", "device_model", "QE65"));
    form.putAll(more);
    var answer = wire.post("/oauth/device/code", form);
    if (answer.status() != 200) {
      throw new AssertionError("no codes: " + answer.status() + " " + answer.body());
    }
    return new Codes(answer.body());
  }

  /** Asks for codes, whatever comes. */
  Answer ask() {
    return ask(SCOPE);
  }

  Answer ask(String scope) {
    return wire.post("/oauth/device/code", form(client, Map.of("scope", scope)));
  }

  /** Asks for codes with more parameters than usual, whatever comes. */
  Answer ask(String scope, Map<String, String> more) {
    var form = form(client, Map.of("scope", scope));
    form.putAll(more);
    return wire.post("/oauth/device/code", form);
  }

  /** Comes by tokens: asks, has the person approve, polls. */
  Answer signIn(Phone person) {
    var codes = start();
    person.approve(codes.completePage());
    var answer = poll(codes);
    if (!answer.hasTokens()) {
      throw new AssertionError("no tokens: " + answer.status() + " " + answer.body());
    }
    return answer;
  }

  Answer poll(Codes codes) {
    return poll(codes, client);
  }

  Answer poll(Codes codes, String client) {
    return poll(codes, client, Map.of());
  }

  Answer poll(Codes codes, String client, Map<String, String> more) {
    var form = pollForm(codes, client);
    form.putAll(more);
    return wire.post(TOKEN, form);
  }

  CompletableFuture<Answer> pollLater(Codes codes) {
    return wire.postLater(TOKEN, pollForm(codes, client));
  }

  Answer refresh(String refreshToken) {
    return wire.post(TOKEN, refreshForm(refreshToken));
  }

  CompletableFuture<Answer> refreshLater(String refreshToken) {
    return wire.postLater(TOKEN, refreshForm(refreshToken));
  }

  Answer revoke(String token) {
    return wire.post("/oauth/revoke", form(client, Map.of("token", token)));
  }

  Answer userinfo(String accessToken) {
    return wire.get("/userinfo", Map.of("Authorization", "Bearer " + accessToken));
  }

  /** A poll's parameters. */
  static Map<String, String> pollForm(Codes codes, String client) {
    return form(client, Map.of("grant_type", DEVICE_CODE, "device_code", codes.deviceCode()));
  }

  private Map<String, String> refreshForm(String refreshToken) {
    return form(client, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  private static Map<String, String> form(String client, Map<String, String> fields) {
    var form = new HashMap<>(fields);
    form.put("client_id", client);
    return form;
  }

  /** What the device endpoint gave. */
  record Codes(Map<String, Object> body) {

    String deviceCode() {
      return Json.text(body, "device_code");
    }

    String userCode() {
      return Json.text(body, "user_code");
    }

    URI page() {
      return URI.create(Json.text(body, "verification_uri"));
    }

    URI completePage() {
      return URI.create(Json.text(body, "verification_uri_complete"));
    }

    /** Lets time pass for the grant; if negative, it was asked for later than it was. */
    void age(LocalSystem system, Duration by) {
      StoredGrant.age(RedisStore.at(system.redisUri()), new DeviceCode(deviceCode()), by);
    }

    /** The grant's state in Redis, as docs/redis-schema.md has it. */
    String stateIn(LocalSystem system) {
      return RedisStore.at(system.redisUri())
          .hash(StoredGrant.key(new DeviceCode(deviceCode())))
          .getOrDefault("state", "none");
    }
  }
}
