package dev.latchkey.ui.session;

import dev.latchkey.grant.BrowserId;

/**
 * What a browser gets for saying, on the confirm page, that this is the device in front of the
 * person, and shows on the pages that follow: a mark over the grant's handle.
 */
final class ConfirmationMark {

  private static final String PURPOSE = "confirmed ";

  private ConfirmationMark() {}

  static String of(BrowserId browser, String handle) {
    return BrowserMark.of(browser, PURPOSE + handle);
  }

  static boolean isGenuine(String shown, BrowserId browser, String handle) {
    return BrowserMark.isGenuine(shown, browser, PURPOSE + handle);
  }
}
