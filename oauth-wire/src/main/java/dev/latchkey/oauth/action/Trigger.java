package dev.latchkey.oauth.action;

import java.util.Locale;
import java.util.Set;

/** When a hook is asked, and what else than yes or no it may say then. */
public enum Trigger {
  /** A device asks for codes; nothing is written for it yet. */
  START(Set.of("code_lifetime")),
  /** A person approves; the approval is not recorded yet. */
  APPROVAL(Set.of()),
  /** A device comes for its first tokens; none are made yet. */
  REDEMPTION(Set.of("claims", "access_token_lifetime")),
  /** A linked device comes for its next tokens; its row has not moved yet. */
  REFRESH(Set.of("claims", "access_token_lifetime"));

  private final Set<String> shapes;

  Trigger(Set<String> shapes) {
    this.shapes = shapes;
  }

  /** Whether an answer that allows may have a member of that name. */
  boolean understands(String member) {
    return shapes.contains(member);
  }

  /** As requests, settings, metrics and audit events have it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
