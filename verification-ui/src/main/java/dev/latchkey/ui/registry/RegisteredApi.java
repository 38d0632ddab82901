package dev.latchkey.ui.registry;

import dev.latchkey.grant.Words;
import java.util.Map;

/**
 * An API as people are told of it.
 *
 * @param name its own, or its identifier if it is registered no more
 * @param scopes its words for its scopes
 */
public record RegisteredApi(String name, Map<String, Words> scopes) {

  public RegisteredApi {
    scopes = Map.copyOf(scopes);
  }
}
