package dev.latchkey.authz.registry.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What taking a file over would change.
 *
 * @param id of the API, client, account or webhook; what a kill switch is for
 * @param field null if the whole entry is new or gone
 * @param difference in words, which repeat no secret; null likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Change(
    Kind kind, String id, Verb change, @Nullable String field, @Nullable String difference) {

  enum Kind {
    @JsonProperty("api")
    API,
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("user")
    USER,
    @JsonProperty("kill_switch")
    KILL_SWITCH,
    @JsonProperty("webhook")
    WEBHOOK
  }

  enum Verb {
    @JsonProperty("added")
    ADDED,
    @JsonProperty("changed")
    CHANGED,
    /** Disabled: nothing is deleted, because devices and grants name it. */
    @JsonProperty("removed")
    REMOVED
  }

  static Change added(Kind kind, String id) {
    return new Change(kind, id, Verb.ADDED, null, null);
  }

  static Change removed(Kind kind, String id) {
    return new Change(kind, id, Verb.REMOVED, null, null);
  }

  /** For example {@code client tv: scopes +record}. */
  String sentence() {
    if (kind == Kind.KILL_SWITCH) {
      return "kill switch %s: %s".formatted(id, change == Verb.ADDED ? "off" : "released");
    }
    var entry = "%s %s: ".formatted(kind.name().toLowerCase(Locale.ROOT), id);
    return switch (change) {
      case ADDED -> entry + "added";
      case CHANGED -> entry + field + " " + difference;
      case REMOVED -> entry + "removed, which disables it";
    };
  }
}
