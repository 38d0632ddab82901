package dev.latchkey.oauth.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the {@code users} of a registry file have to be like. */
public final class UserRules {

  /** What a username is, as a regular expression. */
  public static final String USERNAME = "[A-Za-z0-9._@+-]{1,64}";

  /** In characters; longer input is no password. */
  public static final int LONGEST_PASSWORD = 256;

  public static final int LONGEST_NAME = 100;

  private static final Pattern ONE_USERNAME = Pattern.compile(USERNAME);

  private UserRules() {}

  /** In the order of the file. */
  public static List<UserMistake> mistakes(List<@Nullable WrittenUser> users) {
    var mistakes = new ArrayList<UserMistake>();
    var names = new HashSet<String>();
    for (var i = 0; i < users.size(); i++) {
      var user = users.get(i);
      if (user == null) {
        mistakes.add(new UserMistake(i, "", "is missing"));
        continue;
      }
      var username = user.username();
      var alone = username == null || names.add(username.toLowerCase(Locale.ROOT));
      var index = i;
      Stream.of(username(user, alone), password(user), name(user))
          .flatMap(Optional::stream)
          .map(wrong -> new UserMistake(index, wrong.field(), wrong.what()))
          .forEach(mistakes::add);
    }
    return mistakes;
  }

  private record Wrong(String field, String what) {}

  private static Optional<Wrong> username(WrittenUser user, boolean alone) {
    var username = user.username();
    if (username == null || username.isBlank()) {
      return Optional.of(new Wrong("username", "is missing"));
    }
    if (!ONE_USERNAME.matcher(username).matches()) {
      return Optional.of(
          new Wrong("username", "has characters beyond A-Z a-z 0-9 . _ @ + -, or more than 64"));
    }
    return alone
        ? Optional.empty()
        : Optional.of(new Wrong("username", username + " is there twice"));
  }

  private static Optional<Wrong> password(WrittenUser user) {
    var password = user.password();
    if (password == null || password.isBlank()) {
      return Optional.of(new Wrong("password", "is missing"));
    }
    return password.length() <= LONGEST_PASSWORD
        ? Optional.empty()
        : Optional.of(
            new Wrong("password", "is longer than %d characters".formatted(LONGEST_PASSWORD)));
  }

  private static Optional<Wrong> name(WrittenUser user) {
    var name = user.name();
    return name == null || (!name.isBlank() && name.length() <= LONGEST_NAME)
        ? Optional.empty()
        : Optional.of(
            new Wrong("name", "is empty or longer than %d characters".formatted(LONGEST_NAME)));
  }
}
