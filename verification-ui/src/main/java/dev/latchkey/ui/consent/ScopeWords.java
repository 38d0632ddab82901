package dev.latchkey.ui.consent;

import dev.latchkey.grant.GrantView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what is asked for in words: ours for the scopes of OpenID Connect, the API's own for its,
 * and the bare token for a scope that nobody has described.
 */
public final class ScopeWords {

  private static final Map<String, String> OURS =
      Map.of(
          "openid", "Know that it is you",
          "profile", "See your name and user name",
          "email", "See your email address",
          "offline_access", "Stay connected until you or the device disconnects");

  private ScopeWords() {}

  public static List<ScopeGroup> of(GrantView view) {
    var yours = new ArrayList<String>();
    var theirs = new ArrayList<String>();
    for (var token : view.scope().tokens()) {
      var own = OURS.get(token);
      if (own == null) {
        var words = view.scopeWords().get(token);
        theirs.add(words == null ? token : words.in(Locale.ENGLISH));
      } else {
        yours.add(own);
      }
    }
    var groups = new ArrayList<ScopeGroup>();
    add(groups, "Your account", yours);
    add(groups, title(view.apiName()), theirs);
    return List.copyOf(groups);
  }

  private static void add(List<ScopeGroup> groups, String title, List<String> words) {
    if (!words.isEmpty()) {
      groups.add(new ScopeGroup(title, words));
    }
  }

  private static String title(@Nullable String apiName) {
    return apiName == null ? "Also" : apiName;
  }
}
