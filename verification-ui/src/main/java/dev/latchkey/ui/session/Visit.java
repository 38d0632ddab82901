package dev.latchkey.ui.session;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.OpenedGrant;

/**
 * One session at work on one grant.
 *
 * @param handle how the session's forms and links name the grant; opaque, of no use to another
 * @param address where the browser is
 */
public record Visit(BrowserSession session, String handle, OpenedGrant opened, String address) {

  public GrantId grant() {
    return opened.grant();
  }

  public BrowserId browser() {
    return session.browser();
  }

  /** The address of a page about this grant. */
  public String at(String path) {
    return path + "?grant=" + handle;
  }

  /** The same grant in the session that took this one's place at sign-in. */
  public Visit in(BrowserSession successor) {
    return new Visit(successor, handle, opened, address);
  }
}
