package dev.latchkey.ui.profile;

import dev.latchkey.session.UpstreamSession;
import dev.latchkey.ui.entry.Destination;
import dev.latchkey.ui.entry.JustDone;
import dev.latchkey.ui.entry.LoginConfig;
import dev.latchkey.ui.entry.Owner;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.passkey.Passkey;
import dev.latchkey.ui.passkey.PasskeyProblem;
import dev.latchkey.ui.passkey.PasskeyRegistrations;
import dev.latchkey.ui.passkey.Passkeys;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** A person's own page, as it is now. */
@ApplicationScoped
class ProfilePages {

  private static final int NOT_FOUND = 404;

  private final Passkeys passkeys;
  private final PasskeyRegistrations registrations;
  private final LoginConfig login;
  private final JustDone justDone;

  ProfilePages(
      Passkeys passkeys, PasskeyRegistrations registrations, LoginConfig login, JustDone justDone) {
    this.passkeys = passkeys;
    this.registrations = registrations;
    this.login = login;
    this.justDone = justDone;
  }

  /** Whether the person has a password to change, and can sign in with it here. */
  boolean hasPassword(Owner owner) {
    return login.local() && owner.account().hasPassword();
  }

  /** What was done leads back to the page, which says so once. */
  Uni<RestResponse<String>> done(Owner owner, Outcome outcome, RoutingContext routing) {
    justDone.note(routing, owner, Destination.ACCOUNT, outcome);
    return Page.redirect(ProfileResource.PATH);
  }

  Uni<RestResponse<String>> show(Owner owner, RoutingContext routing) {
    var done = justDone.take(routing, owner, Destination.ACCOUNT, Outcome.class);
    return page(owner, PasswordProblem.NONE, PasskeyProblem.NONE, done.orElse(Outcome.NOTHING));
  }

  Uni<RestResponse<String>> wrong(Owner owner, PasswordProblem problem) {
    return page(owner, problem, PasskeyProblem.NONE, Outcome.NOTHING);
  }

  Uni<RestResponse<String>> wrong(Owner owner, PasskeyProblem problem) {
    return page(owner, PasswordProblem.NONE, problem, Outcome.NOTHING);
  }

  private Uni<RestResponse<String>> page(
      Owner owner, PasswordProblem password, PasskeyProblem passkey, Outcome done) {
    return passkeys(owner, passkey)
        .map(
            section ->
                new Profile(
                    owner.form(),
                    owner.account(),
                    SignInWay.of(owner.person()),
                    owner.person().upstream().map(UpstreamSession::provider).orElse(""),
                    section.orElse(null),
                    hasPassword(owner),
                    password,
                    password.failed() || passkey != PasskeyProblem.NONE,
                    done,
                    done == Outcome.PASSWORD_CHANGED
                        ? section.map(it -> it.known().size()).orElse(0)
                        : 0))
        .flatMap(
            page -> {
              if (passkey == PasskeyProblem.GONE) {
                return Page.of(NOT_FOUND, page);
              }
              return page.failed() ? Page.mistyped(page) : Page.of(page);
            });
  }

  private Uni<Optional<PasskeySection>> passkeys(Owner owner, PasskeyProblem problem) {
    return registrations.isFor(owner.account())
        ? passkeys
            .of(owner.account().id())
            .flatMap(known -> passkeys(owner, known, problem))
            .map(Optional::of)
        : Uni.createFrom().item(Optional.empty());
  }

  private Uni<PasskeySection> passkeys(Owner owner, List<Passkey> known, PasskeyProblem problem) {
    return registrations
        .prompt(owner.session(), owner.account(), known, problem)
        .map(
            prompt ->
                new PasskeySection(known, prompt, known.size() >= Passkeys.MOST, owner.isFresh()));
  }
}
