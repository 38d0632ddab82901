package dev.latchkey.redis;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.UserCode;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.OpenedGrant;
import dev.latchkey.session.SessionId;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a session's hash, written and read; each grant it has come across is a field of its
 * own, so that two tabs do not overwrite each other.
 */
final class SessionFields {

  private static final String GRANT = "grant.";

  private SessionFields() {}

  static List<String> of(BrowserSession session) {
    var flat = new ArrayList<String>();
    flat.addAll(List.of("browser", session.browser().value(), "csrf", session.csrfToken()));
    session.person().ifPresent(person -> PersonFields.write(person, flat));
    session.grants().forEach((handle, grant) -> flat.addAll(of(handle, grant)));
    return flat;
  }

  static List<String> of(String handle, OpenedGrant grant) {
    var words = new ArrayList<>(List.of(grant.grant().value(), grant.code().value()));
    words.addAll(grant.uiLocales());
    return List.of(GRANT + handle, String.join(" ", words));
  }

  /** When the session began, by Redis's clock, in milliseconds; 0 if that was not noted. */
  static long startedAt(Response reply) {
    for (var i = 1; i + 1 < reply.size(); i += 2) {
      if (reply.get(i).toString().equals("started_at")) {
        return reply.get(i + 1).toLong();
      }
    }
    return 0;
  }

  static BrowserSession read(SessionId id, Response reply) {
    var fields = new HashMap<String, String>();
    var grants = new HashMap<String, OpenedGrant>();
    for (var i = 1; i + 1 < reply.size(); i += 2) {
      var field = reply.get(i).toString();
      var value = reply.get(i + 1).toString();
      if (field.startsWith(GRANT)) {
        grants.put(field.substring(GRANT.length()), opened(value.split(" ")));
      } else {
        fields.put(field, value);
      }
    }
    return new BrowserSession(
        id,
        new BrowserId(fields.getOrDefault("browser", "")),
        fields.getOrDefault("csrf", ""),
        PersonFields.read(fields),
        Optional.ofNullable(fields.get("retired_for")),
        inOrder(grants, fields.getOrDefault("handles", "")));
  }

  /** From the oldest to the newest, so that a sign-in hands them on like that. */
  private static Map<String, OpenedGrant> inOrder(Map<String, OpenedGrant> grants, String handles) {
    var ordered = new LinkedHashMap<String, OpenedGrant>();
    for (var handle : handles.split(" ", -1)) {
      var grant = grants.remove(handle);
      if (grant != null) {
        ordered.put(handle, grant);
      }
    }
    // Those of a session from before they were noted in order are older than any that is.
    var all = new LinkedHashMap<>(grants);
    all.putAll(ordered);
    return all;
  }

  private static OpenedGrant opened(String[] words) {
    return new OpenedGrant(
        new GrantId(words[0]), new UserCode(words[1]), List.of(words).subList(2, words.length));
  }
}
