package dev.latchkey.ui.decide;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.ui.session.BrowserMark;
import dev.latchkey.ui.session.Visit;
import java.net.URLEncoder;

/**
 * The address of the page that tells of success. It brings along the name of the client, which a
 * decided grant does not tell any more, and a mark, so that nobody can have the page say another
 * name.
 */
public final class DoneAddress {

  private static final String PURPOSE = "approved ";

  private DoneAddress() {}

  public static String of(Visit visit, String client) {
    var mark = BrowserMark.of(visit.browser(), words(visit, client));
    return visit.at(Way.DONE) + "&client=" + encode(client) + "&mark=" + mark;
  }

  /** Whether that name came with an address of ours for this very browser and grant. */
  public static boolean isGenuine(Visit visit, String client, String mark) {
    return BrowserMark.isGenuine(mark, visit.browser(), words(visit, client));
  }

  /** Percent-encoded throughout: a plus is a space in forms only. */
  private static String encode(String client) {
    return URLEncoder.encode(client, UTF_8).replace("+", "%20");
  }

  private static String words(Visit visit, String client) {
    return PURPOSE + visit.handle() + " " + client;
  }
}
