package dev.latchkey.chaos.load;

import dev.latchkey.chaos.book.Came;
import io.vertx.core.json.JsonObject;

/**
 * What a device was answered.
 *
 * @param error its {@code error}; empty if there is none, or no answer
 * @param body empty if there is none, or no answer
 * @param nonce what the next proof is to hold; empty if nothing is said of it
 */
record Answer(Came came, int status, String error, JsonObject body, String nonce) {

  static final Answer NOTHING = new Answer(Came.NOTHING, 0, "", new JsonObject(), "");

  boolean hasTokens() {
    return status == 200 && body.containsKey("access_token");
  }

  /** Whether no service has answered. */
  boolean isUnanswered() {
    return came == Came.NOTHING || came == Came.AWAY;
  }

  @Override
  public String toString() {
    return "Answer[" + status + " " + error + "]";
  }
}
