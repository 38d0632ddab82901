package dev.latchkey.chaos.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.chaos.book.Ask;
import dev.latchkey.chaos.book.Delivery;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** What a device makes of tokens, and how it asks for them. */
final class Seen {

  private Seen() {}

  /** Asks the token endpoint, and once more if the proof lacked a nonce (RFC 9449 section 8). */
  static Answer proven(
      Wire wire, Prover prover, Ask ask, Map<String, String> form, Map<String, String> more)
      throws InterruptedException {
    var answer = once(wire, prover, ask, form, more);
    return prover.learns(answer) ? once(wire, prover, ask, form, more) : answer;
  }

  /** The linked device that tokens name, and all that was given. */
  static Delivery delivery(Answer answer) {
    var token = answer.body().getString("access_token");
    var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
    var all = token + " " + answer.body().getString("refresh_token");
    return new Delivery(new JsonObject(claims).getString("device_id", ""), all);
  }

  private static Answer once(
      Wire wire, Prover prover, Ask ask, Map<String, String> form, Map<String, String> more)
      throws InterruptedException {
    var headers = new HashMap<>(more);
    headers.putAll(prover.header(wire.address(Device.TOKEN)));
    return wire.post(ask, Device.TOKEN, form, headers);
  }
}
