package dev.latchkey.ui.account;

import java.util.UUID;

/**
 * A person who may sign in.
 *
 * @param id the {@code sub} of tokens; never used again for another person
 * @param name for people
 * @param generation of its sessions; those of an older one are over
 * @param handle what its passkeys keep; says nothing to anybody else
 * @param hasPassword false if only others vouch for it
 */
public record Account(
    UUID id, String username, String name, long generation, UUID handle, boolean hasPassword) {

  public String subject() {
    return id.toString();
  }
}
