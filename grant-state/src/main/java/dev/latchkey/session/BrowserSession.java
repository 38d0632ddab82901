package dev.latchkey.session;

import dev.latchkey.grant.BrowserId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One browser's session.
 *
 * @param browser survives sign-in, unlike the id
 * @param csrfToken every form carries it (synchronizer token); changes with the id
 * @param person who is signed in, if anybody
 * @param retiredFor the account that has signed in from here: another session has taken this one's
 *     place, and it is good for the second click of that sign-in only
 * @param grants the last 20 grants this session has come across, by handle, the newest last
 */
public record BrowserSession(
    SessionId id,
    BrowserId browser,
    String csrfToken,
    Optional<SignedIn> person,
    Optional<String> retiredFor,
    Map<String, OpenedGrant> grants) {

  public BrowserSession {
    grants = Collections.unmodifiableMap(new LinkedHashMap<>(grants));
  }

  public Optional<OpenedGrant> grant(String handle) {
    return Optional.ofNullable(grants.get(handle));
  }

  @Override
  public String toString() {
    return "BrowserSession[browser=" + browser.value() + "]";
  }
}
