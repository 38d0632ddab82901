package dev.latchkey.fleet.person;

/** Who signs in. */
public record Account(String username, String password) {

  @Override
  public String toString() {
    return "Account[" + username + "]";
  }
}
