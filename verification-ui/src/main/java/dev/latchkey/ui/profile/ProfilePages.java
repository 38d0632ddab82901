package dev.latchkey.ui.profile;

import dev.latchkey.session.UpstreamSession;
import dev.latchkey.ui.login.Owner;
import dev.latchkey.ui.page.FormFields;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.passkey.PasskeyProblem;
import dev.latchkey.ui.passkey.PasskeyRegistrations;
import dev.latchkey.ui.passkey.Passkeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** A person's own page, as it is now. */
@ApplicationScoped
class ProfilePages {

  /** A form with a mistake in it. */
  private static final int MISTYPED = 422;

  private final Passkeys passkeys;
  private final PasskeyRegistrations registrations;

  ProfilePages(Passkeys passkeys, PasskeyRegistrations registrations) {
    this.passkeys = passkeys;
    this.registrations = registrations;
  }

  Uni<RestResponse<String>> show(Owner owner, Done done) {
    return page(owner, PasswordProblem.NONE, PasskeyProblem.NONE, done);
  }

  Uni<RestResponse<String>> wrong(Owner owner, PasswordProblem problem) {
    return page(owner, problem, PasskeyProblem.NONE, Done.NOTHING);
  }

  Uni<RestResponse<String>> wrong(Owner owner, PasskeyProblem problem) {
    return page(owner, PasswordProblem.NONE, problem, Done.NOTHING);
  }

  private Uni<RestResponse<String>> page(
      Owner owner, PasswordProblem password, PasskeyProblem passkey, Done done) {
    return passkeys
        .of(owner.account().id())
        .flatMap(
            known ->
                registrations
                    .prompt(owner.session(), owner.account(), known, passkey)
                    .map(
                        prompt ->
                            new Profile(
                                FormFields.of(owner.session().csrfToken()),
                                owner.account(),
                                SignInWay.of(owner.person()),
                                owner.person().upstream().map(UpstreamSession::provider).orElse(""),
                                known,
                                known.size() >= Passkeys.MOST,
                                prompt,
                                password,
                                done)))
        .flatMap(page -> Page.of(page.failed() ? MISTYPED : 200, page));
  }
}
