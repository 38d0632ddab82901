package dev.latchkey.ui.decide;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.ui.session.BrowserMark;
import dev.latchkey.ui.session.Visit;
import java.net.URLEncoder;

/**
 * The address of the page that tells a person of what they decided. It brings along a mark, so that
 * the page congratulates nobody else; and the name of the client that was approved, which a decided
 * grant does not tell any more, and which nobody can have the page say otherwise.
 */
public final class DoneAddress {

  private static final String APPROVED = "approved ";
  private static final String DENIED = "denied ";

  private DoneAddress() {}

  /**
   * After an approval.
   *
   * @param client the client's name; empty if it is not known any more
   */
  public static String approved(Visit visit, String client) {
    return address(visit, "&client=" + encode(client), words(APPROVED, visit, client));
  }

  /** After a denial. */
  public static String denied(Visit visit) {
    return address(visit, "", words(DENIED, visit, ""));
  }

  /** Whether an address of ours for this very browser and grant came with that. */
  public static boolean isGenuine(Visit visit, String client, String mark) {
    return BrowserMark.isGenuine(mark, visit.browser(), words(APPROVED, visit, client))
        || BrowserMark.isGenuine(mark, visit.browser(), words(DENIED, visit, client));
  }

  private static String address(Visit visit, String more, String words) {
    return visit.at(Way.DONE) + more + "&mark=" + BrowserMark.of(visit.browser(), words);
  }

  /** Percent-encoded throughout: a plus is a space in forms only. */
  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static String words(String purpose, Visit visit, String client) {
    return purpose + visit.handle() + " " + client;
  }
}
