package dev.latchkey.ui.consent;

import dev.latchkey.grant.GrantView;
import dev.latchkey.ui.language.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what is asked for in words: ours for the scopes of OpenID Connect, the API's own for its,
 * and the bare token for a scope that nobody has described.
 */
public final class ScopeWords {

  private ScopeWords() {}

  public static List<ScopeGroup> of(GrantView view) {
    var texts = Language.texts(ScopeMessages.class);
    var yours = new ArrayList<String>();
    var theirs = new ArrayList<String>();
    for (var token : view.scope().tokens()) {
      var own = ours(token, texts);
      if (own == null) {
        theirs.add(view.scopeWords().getOrDefault(token, token));
      } else {
        yours.add(own);
      }
    }
    var groups = new ArrayList<ScopeGroup>();
    add(groups, texts.yourAccount(), yours);
    add(groups, view.apiName() == null ? texts.others() : view.apiName(), theirs);
    return List.copyOf(groups);
  }

  private static void add(List<ScopeGroup> groups, String title, List<String> words) {
    if (!words.isEmpty()) {
      groups.add(new ScopeGroup(title, words));
    }
  }

  private static @Nullable String ours(String token, ScopeMessages texts) {
    return switch (token) {
      case "openid" -> texts.openid();
      case "profile" -> texts.profile();
      case "email" -> texts.email();
      case "offline_access" -> texts.offlineAccess();
      default -> null;
    };
  }
}
