package dev.latchkey.ui.users;

import dev.latchkey.oauth.admin.AdminQuery;
import dev.latchkey.oauth.admin.SentValue;
import dev.latchkey.ui.account.AccountFilter;
import dev.latchkey.ui.account.AccountState;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which accounts an administrator asks for. */
final class UserQuery {

  static final String USERNAME = "username";
  static final String EMAIL = "email";
  static final String STATE = "state";

  /** The parameters of the filter. */
  static final Set<String> NAMES = Set.of(USERNAME, EMAIL, STATE);

  private UserQuery() {}

  static AccountFilter filter(AdminQuery query) {
    return new AccountFilter(
        query.value(USERNAME).map(SentValue::value),
        query.value(EMAIL).map(SentValue::value),
        query.value(STATE).map(sent -> sent.word(AccountState.class)),
        query.place().map(UserQuery::last),
        // One more tells whether there are more.
        query.limit() + 1);
  }

  private static UUID last(List<String> place) {
    try {
      return UUID.fromString(place.getFirst());
    } catch (IllegalArgumentException e) {
      throw AdminQuery.foreignCursor();
    }
  }
}
