package dev.latchkey.local.demo;

import dev.latchkey.local.demo.Wire.Answer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;

/** The authorization server as a device sees it: found by its metadata (RFC 8414). */
final class Server implements TokenEndpoint {

  private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

  private final Wire wire = new Wire();
  private final URI base;
  private final JsonObject metadata;

  private Server(URI base) {
    this.base = base;
    this.metadata = discover();
  }

  static Server at(URI base) {
    return new Server(base);
  }

  String issuer() {
    return text(metadata, "issuer");
  }

  URI jwks() {
    return endpoint("jwks_uri");
  }

  /** Asks for a code (RFC 8628 section 3.1), and says what this device is. */
  DeviceGrant authorize(String client, String scope) {
    var form = new LinkedHashMap<String, String>();
    form.put("client_id", client);
    form.put("scope", scope);
    form.put("device_name", "Demo TV");
    form.put("device_model", "Text 80x24");
    form.put("app_version", "1.0");
    var endpoint = endpoint("device_authorization_endpoint");
    try {
      var answer = wire.post(endpoint, form);
      if (answer.status() != 200) {
        throw refused("asking for a code", answer);
      }
      return DeviceGrant.read(answer.body());
    } catch (IOException e) {
      throw new DemoFailure("asking for a code failed: " + e, e);
    }
  }

  @Override
  public PollAnswer poll(String client, String deviceCode) {
    var form = new HashMap<String, String>();
    form.put("grant_type", DEVICE_GRANT);
    form.put("client_id", client);
    form.put("device_code", deviceCode);
    try {
      var answer = wire.post(endpoint("token_endpoint"), form);
      return PollAnswer.read(answer.status(), answer.body());
    } catch (IOException e) {
      return new PollAnswer.Unreachable(e.getClass().getSimpleName());
    }
  }

  JsonObject userinfo(String accessToken) {
    try {
      var answer = wire.getAs(accessToken, endpoint("userinfo_endpoint"));
      if (answer.status() != 200) {
        throw refused("userinfo", answer);
      }
      return answer.body();
    } catch (IOException e) {
      throw new DemoFailure("userinfo failed: " + e, e);
    }
  }

  private JsonObject discover() {
    var address = base.resolve("/.well-known/oauth-authorization-server");
    try {
      var answer = wire.get(address);
      if (answer.status() == 200 && answer.body().containsKey("token_endpoint")) {
        return answer.body();
      }
      throw new DemoFailure(
          "What listens at %s does not answer like Latchkey: %s gave status %d."
              .formatted(base, address.getPath(), answer.status()));
    } catch (ConnectException e) {
      throw new DemoFailure(
          "Nothing listens at %s. Start it in another terminal with `make up%s`."
              .formatted(base, base.getPort() == 8080 ? "" : " PORT=" + base.getPort()),
          e);
    } catch (IOException e) {
      throw new DemoFailure("%s does not answer: %s".formatted(base, e), e);
    }
  }

  private URI endpoint(String name) {
    return URI.create(text(metadata, name));
  }

  private static String text(JsonObject from, String name) {
    var value = from.getString(name);
    if (value == null) {
      throw new DemoFailure("the server's metadata lacks " + name);
    }
    return value;
  }

  private static DemoFailure refused(String what, Answer answer) {
    return new DemoFailure(
        "%s was refused with status %d: %s (%s)"
            .formatted(
                what,
                answer.status(),
                answer.body().getString("error", "no error code"),
                answer.body().getString("error_description", "no description")));
  }
}
