package dev.latchkey.ui.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An entry of {@code users} in the registry file, checked. */
record DeclaredUser(
    String username, String password, String name, @Nullable String email, boolean emailVerified) {

  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._@+-]{1,64}");
  private static final int LONGEST_NAME = 100;

  DeclaredUser(
      @JsonProperty("username") @Nullable String username,
      @JsonProperty("password") @Nullable String password,
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("email") @Nullable String email,
      @JsonProperty("email_verified") @Nullable Boolean emailVerified) {
    this(
        checked("username", username),
        checked("password", password),
        name == null ? checked("username", username) : name,
        email,
        emailVerified != null && emailVerified);
  }

  DeclaredUser {
    if (!USERNAME.matcher(username).matches()) {
      throw new IllegalArgumentException("username has characters beyond A-Z a-z 0-9 . _ @ + -");
    }
    if (password.length() > Passwords.LONGEST) {
      throw new IllegalArgumentException(
          "password is longer than %d characters".formatted(Passwords.LONGEST));
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("name is empty or too long");
    }
  }

  private static String checked(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
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
