package dev.latchkey.ui.session;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.OpenedGrant;
import dev.latchkey.ui.page.FormFields;

/**
 * One session at work on one grant.
 *
 * @param handle how the session's forms and links name the grant; opaque, of no use to another
 * @param address where the browser is
 * @param confirmed this browser said on the confirm page that it is the person's device; without
 *     that nothing is approved
 */
public record Visit(
    BrowserSession session, String handle, OpenedGrant opened, String address, boolean confirmed) {

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

  /** The address of a page that comes after the confirm page, which is told if we were there. */
  public String after(String path) {
    return confirmed ? at(path) + "&confirmed=" + mark() : at(path);
  }

  /** What a form about this grant carries unseen. */
  public FormFields form() {
    return new FormFields(session.csrfToken(), handle, mark());
  }

  /** The person has just said that it is their device. */
  public Visit confirm() {
    return new Visit(session, handle, opened, address, true);
  }

  /** The same grant in the session that took this one's place at sign-in. */
  public Visit in(BrowserSession successor) {
    return new Visit(successor, handle, opened, address, confirmed);
  }

  private String mark() {
    return confirmed ? ConfirmationMark.of(browser(), handle) : "";
  }
}
