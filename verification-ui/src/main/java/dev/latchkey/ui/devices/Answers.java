package dev.latchkey.ui.devices;

import dev.latchkey.ui.devices.NotDone.Trouble;
import dev.latchkey.ui.entry.Destination;
import dev.latchkey.ui.entry.JustDone;
import dev.latchkey.ui.entry.Owner;
import dev.latchkey.ui.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** What follows a wish: the page to go on with, or one that says why not. */
@ApplicationScoped
class Answers {

  static final String DEVICES = "/devices";
  private static final String DISOWNED = DEVICES + "/disowned";

  private final JustDone justDone;

  Answers(JustDone justDone) {
    this.justDone = justDone;
  }

  /** The list, which says once at its head what was done. */
  Uni<RestResponse<String>> list(
      ActionAnswer answer, Owner owner, Outcome outcome, RoutingContext routing) {
    return of(
        answer,
        owner,
        () -> {
          justDone.note(routing, owner, Destination.DEVICES, outcome);
          return Page.redirect(DEVICES);
        });
  }

  /** What to do about a device that somebody else has linked. */
  Uni<RestResponse<String>> disowned(ActionAnswer answer, Owner owner) {
    return of(answer, owner, () -> Page.redirect(DISOWNED));
  }

  /** What the list has to say at its head. */
  Optional<Outcome> justDone(Owner owner, RoutingContext routing) {
    return justDone.take(routing, owner, Destination.DEVICES, Outcome.class);
  }

  static Uni<RestResponse<String>> trouble(Owner owner, Trouble trouble) {
    return Page.of(trouble.status(), new NotDone(owner.form(), trouble));
  }

  private static Uni<RestResponse<String>> of(
      ActionAnswer answer, Owner owner, Supplier<Uni<RestResponse<String>>> onward) {
    return switch (answer) {
      case DONE -> onward.get();
      case NO_DEVICE -> trouble(owner, Trouble.NO_DEVICE);
      case NOT_DONE -> trouble(owner, Trouble.NOT_DONE);
      case UNSURE -> trouble(owner, Trouble.UNSURE);
    };
  }
}
