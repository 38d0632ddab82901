package dev.latchkey.ui.account;

import dev.latchkey.oauth.text.ShownText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as a provider describes them. Issuer and subject say who it is; all else is for people,
 * comes from outside, and is cleaned here: one line, no controls, not long.
 *
 * @param provider its name in the settings
 * @param emailVerified by the provider; nothing is linked by an e-mail address, verified or not
 */
public record UpstreamPerson(
    String provider,
    String issuer,
    String subject,
    @Nullable String username,
    @Nullable String name,
    @Nullable String email,
    boolean emailVerified) {

  private static final int LONGEST_USERNAME = 64;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_EMAIL = 254;

  private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{N}._@+-]+");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");

  public UpstreamPerson {
    username = cut(ODD.matcher(line(username)).replaceAll("_"), LONGEST_USERNAME);
    name = cut(line(name), LONGEST_NAME);
    var address = line(email);
    email = address.length() <= LONGEST_EMAIL && EMAIL.matcher(address).matches() ? address : null;
    emailVerified = emailVerified && email != null;
  }

  /** For people: the name, or what comes nearest to one. */
  String displayName() {
    if (name != null) {
      return name;
    }
    return username != null ? username : email != null ? email : provider;
  }

  /**
   * The name that the account gets: never that of a local account, which cannot have a slash, nor
   * of another provider's.
   */
  String accountName() {
    return provider + "/" + (username != null ? username : "person");
  }

  private static String line(@Nullable String text) {
    return text == null ? "" : ShownText.of(text);
  }

  private static @Nullable String cut(String text, int most) {
    return text.isEmpty() ? null : ShownText.of(text, most);
  }

  @Override
  public String toString() {
    return "UpstreamPerson[" + provider + "]";
  }
}
