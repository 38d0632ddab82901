package dev.latchkey.oauth.action;

import java.util.Locale;

/** When a hook is asked, and what else than yes or no it may say then. */
public enum Trigger {
  /** A device asks for codes; nothing is written for it yet. */
  START,
  /** A person approves; the approval is not recorded yet. */
  APPROVAL,
  /** A device comes for its first tokens; none are made yet. */
  REDEMPTION,
  /** A linked device comes for its next tokens; its row has not moved yet. */
  REFRESH;

  /** Whether an answer that allows may have a member of that name. */
  boolean understands(String member) {
    return switch (this) {
      case START -> member.equals("code_lifetime");
      case APPROVAL -> false;
      case REDEMPTION, REFRESH -> member.equals("claims") || member.equals("access_token_lifetime");
    };
  }

  /** As requests, settings, metrics and audit events have it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
