package dev.latchkey.token.grant;

import dev.latchkey.grant.Scope;
import dev.latchkey.token.grant.PollAnswer.Delivered;
import dev.latchkey.token.mint.MintedTokens;
import dev.latchkey.token.mint.TokenType;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** A delivered answer as text, to be sealed and kept. */
final class DeliveredText {

  private DeliveredText() {}

  static String of(Delivered delivered) {
    var tokens = delivered.tokens();
    return new JsonObject()
        .put("access_token", tokens.accessToken())
        .put("type", tokens.type().name())
        .put("lifetime", tokens.lifetime().toMillis())
        .put("scope", tokens.scope().toString())
        .put("id_token", tokens.idToken())
        .put("refresh_token", delivered.refreshToken())
        .encode();
  }

  static Delivered parse(String text) {
    var json = new JsonObject(text);
    return new Delivered(
        new MintedTokens(
            json.getString("access_token"),
            TokenType.valueOf(json.getString("type")),
            Duration.ofMillis(json.getLong("lifetime")),
            Scope.stored(json.getString("scope")),
            json.getString("id_token")),
        json.getString("refresh_token"));
  }
}
