package dev.latchkey.ui.devices;

import dev.latchkey.ui.devices.NotDone.Trouble;
import dev.latchkey.ui.entry.Owner;
import dev.latchkey.ui.page.Page;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

/** What follows a wish: the page to go on with, or one that says why not. */
final class Answers {

  static final String DEVICES = "/devices";
  static final String DISOWNED = DEVICES + "/disowned";

  private Answers() {}

  /** The list, with what was done at its head. */
  static String list(Outcome outcome) {
    return DEVICES + "?done=" + outcome.word();
  }

  static Uni<RestResponse<String>> of(ActionAnswer answer, Owner owner, String onward) {
    return switch (answer) {
      case DONE -> Page.redirect(onward);
      case NO_DEVICE -> trouble(owner, Trouble.NO_DEVICE);
      case NOT_DONE -> trouble(owner, Trouble.NOT_DONE);
      case UNSURE -> trouble(owner, Trouble.UNSURE);
    };
  }

  static Uni<RestResponse<String>> trouble(Owner owner, Trouble trouble) {
    return Page.of(trouble.status(), new NotDone(owner.form(), trouble));
  }
}
