package dev.latchkey.ui.entry;

import dev.latchkey.session.BrowserSession;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.FormBody;
import dev.latchkey.ui.page.FormFields;
import dev.latchkey.ui.session.CurrentSession;
import dev.latchkey.ui.session.Visit;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Somebody who signs in, in whatever way.
 *
 * @param visit the grant at hand; empty if there is none
 * @param to where they go without one
 */
public record SignInRequest(BrowserSession session, Optional<Visit> visit, Destination to) {

  /** Of a form that {@code CsrfFilter} has let pass. */
  public static SignInRequest of(CurrentSession current, RoutingContext form) {
    return new SignInRequest(current.required(form), visit(current, form), to(form));
  }

  /** What a form of this sign-in carries unseen. */
  public FormFields form() {
    return visit.map(Visit::form).orElseGet(() -> FormFields.of(session.csrfToken()));
  }

  /** The address of the page that asks again. */
  public String again() {
    return visit.map(known -> known.after(Way.SIGN_IN)).orElseGet(to::signIn);
  }

  /** The grant that a form is about. */
  public static Optional<Visit> visit(CurrentSession current, RoutingContext form) {
    return current.visit(form, FormBody.field(form, "grant"), FormBody.field(form, "confirmed"));
  }

  /** Where a form leads without a grant. */
  public static Destination to(RoutingContext form) {
    return Destination.named(FormBody.field(form, "to"));
  }
}
