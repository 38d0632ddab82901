package dev.latchkey.ui.account;

import java.util.UUID;

/**
 * A person who may sign in.
 *
 * @param id the {@code sub} of tokens; never used again for another person
 * @param name for people
 */
public record Account(UUID id, String username, String name) {

  public String subject() {
    return id.toString();
  }
}
