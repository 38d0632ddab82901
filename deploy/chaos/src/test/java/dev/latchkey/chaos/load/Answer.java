package dev.latchkey.chaos.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.chaos.book.Came;
import dev.latchkey.chaos.book.Delivery;
import io.vertx.core.json.JsonObject;
import java.util.Base64;

/**
 * What a device was answered.
 *
 * @param error its {@code error}; empty if there is none, or no answer
 * @param body empty if there is none, or no answer
 * @param nonce what the next proof is to hold; empty if nothing is said of it
 * @param held whether the poll was held before it was answered
 */
record Answer(Came came, int status, String error, JsonObject body, String nonce, boolean held) {

  static final Answer NOTHING = new Answer(Came.NOTHING, 0, "", new JsonObject(), "", false);

  boolean hasTokens() {
    return status == 200 && body.containsKey("access_token");
  }

  /** Whether no service has answered. */
  boolean isUnanswered() {
    return came == Came.NOTHING || came == Came.AWAY;
  }

  /** The linked device that its tokens name, and all that was given. */
  Delivery delivery() {
    var token = body.getString("access_token");
    var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
    var all = token + " " + body.getString("refresh_token");
    return new Delivery(new JsonObject(claims).getString("device_id", ""), all);
  }

  @Override
  public String toString() {
    return "Answer[" + status + " " + error + "]";
  }
}
