package dev.latchkey.ui.decide;

import dev.latchkey.oauth.action.Reason;
import dev.latchkey.ui.session.BrowserMark;
import dev.latchkey.ui.session.Visit;

/**
 * The address of the page that tells a person why the operator's hook does not allow what they
 * approved. The hook was asked when they did, and is not asked again to show a page. The mark is
 * for this browser and grant, so that no link can have a page of ours say what somebody else likes.
 */
public final class DisallowedAddress {

  private static final String PURPOSE = "disallowed ";

  private DisallowedAddress() {}

  static String of(Visit visit, Reason reason) {
    return visit.at(Way.CONFIRM)
        + "&reason="
        + DoneAddress.encode(reason.text())
        + "&mark="
        + BrowserMark.of(visit.browser(), words(visit, reason.text()));
  }

  /** Whether an address of ours for this very browser and grant came with that. */
  public static boolean isGenuine(Visit visit, String reason, String mark) {
    return BrowserMark.isGenuine(mark, visit.browser(), words(visit, reason));
  }

  private static String words(Visit visit, String reason) {
    return PURPOSE + visit.handle() + " " + reason;
  }
}
