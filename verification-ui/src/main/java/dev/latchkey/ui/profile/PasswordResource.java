package dev.latchkey.ui.profile;

import dev.latchkey.ui.account.PasswordChanges;
import dev.latchkey.ui.account.PasswordOutcome;
import dev.latchkey.ui.account.PasswordOutcome.Changed;
import dev.latchkey.ui.account.PasswordOutcome.NotTheirs;
import dev.latchkey.ui.account.SignInOutcome.Failed;
import dev.latchkey.ui.account.SignInOutcome.Welcome;
import dev.latchkey.ui.account.SignIns;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.entry.Destination;
import dev.latchkey.ui.entry.Owner;
import dev.latchkey.ui.entry.Owners;
import dev.latchkey.ui.limit.LimitPages;
import dev.latchkey.ui.limit.PasswordAnswer.Checked;
import dev.latchkey.ui.limit.PasswordAnswer.Delayed;
import dev.latchkey.ui.limit.PasswordGuesses;
import dev.latchkey.ui.page.FormBody;
import dev.latchkey.ui.page.Notice;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Another password, for a person who knows the current one. Their other sessions end. */
@Cancellable(false)
@Path(PasswordResource.PATH)
@Produces(MediaType.TEXT_HTML)
public class PasswordResource {

  static final String PATH = ProfileResource.PATH + "/password";

  private final Owners owners;
  private final ProfilePages pages;
  private final PasswordGuesses guesses;
  private final PasswordChanges passwords;
  private final CurrentSession current;
  private final Audit audit;

  PasswordResource(
      Owners owners,
      ProfilePages pages,
      PasswordGuesses guesses,
      PasswordChanges passwords,
      CurrentSession current,
      Audit audit) {
    this.owners = owners;
    this.pages = pages;
    this.guesses = guesses;
    this.passwords = passwords;
    this.current = current;
    this.audit = audit;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> change(RoutingContext routing) {
    return owners.only(
        routing,
        Destination.ACCOUNT,
        owner -> pages.hasPassword(owner) ? change(owner, routing) : Page.of(Notice.BAD_REQUEST));
  }

  private Uni<RestResponse<String>> change(Owner owner, RoutingContext routing) {
    var next = FormBody.field(routing, "new_password");
    var weakness = passwords.weakness(owner.account(), next);
    if (weakness.isPresent()) {
      return pages.wrong(owner, PasswordProblem.of(weakness.get()));
    }
    // A wrong current password is a guess like one on the sign-in page.
    return guesses
        .check(owner.account().username(), FormBody.field(routing, "current_password"), routing)
        .flatMap(
            answer ->
                switch (answer) {
                  case Delayed(var retryAfter) ->
                      LimitPages.passwords(retryAfter, ProfileResource.PATH);
                  case Checked(Failed failed) -> answer(new NotTheirs(failed), owner, routing);
                  case Checked(Welcome(var account)) ->
                      passwords
                          .change(account, next)
                          .flatMap(outcome -> answer(outcome, owner, routing));
                });
  }

  private Uni<RestResponse<String>> answer(
      PasswordOutcome outcome, Owner owner, RoutingContext routing) {
    note(outcome, owner, current.address(routing));
    return switch (outcome) {
      case NotTheirs ignored -> pages.wrong(owner, PasswordProblem.WRONG);
      case Changed(var account) ->
          current
              .signIn(routing, owner.session(), SignIns.person(account))
              .flatMap(signedIn -> pages.done(owner, Outcome.PASSWORD_CHANGED, routing));
    };
  }

  private void note(PasswordOutcome outcome, Owner owner, String address) {
    switch (outcome) {
      case Changed ignored -> audit.passwordChanged(owner.subject(), address);
      case NotTheirs(var why) -> audit.loginFailed(owner.subject(), why.reason(), address);
    }
  }
}
