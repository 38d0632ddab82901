package dev.latchkey.ui.account;

import dev.latchkey.oauth.registry.WrittenUser;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry of {@code users} in the registry file, checked. */
record DeclaredUser(
    String username, String password, String name, @Nullable String email, boolean emailVerified) {

  /** Of an entry that the rules have nothing against. */
  static DeclaredUser of(WrittenUser written) {
    var username = Objects.requireNonNull(written.username());
    return new DeclaredUser(
        username,
        Objects.requireNonNull(written.password()),
        Objects.requireNonNullElse(written.name(), username),
        written.email(),
        Boolean.TRUE.equals(written.emailVerified()));
  }

  /** Whether the row says the same already, but for the password. */
  boolean describes(AccountRow row) {
    return row.declared
        && !row.disabled
        && row.username.equals(username)
        && row.name.equals(name)
        && Objects.equals(row.email, email)
        && row.emailVerified == emailVerified;
  }

  @Override
  public String toString() {
    return "DeclaredUser[" + username + "]";
  }
}
