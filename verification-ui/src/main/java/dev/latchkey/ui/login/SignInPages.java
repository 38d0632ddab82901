package dev.latchkey.ui.login;

import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.FormFields;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.passkey.PasskeySignIns;
import dev.latchkey.ui.policy.Freshness;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** The page that asks who a person is, and says what was wrong with their last answer. */
@ApplicationScoped
class SignInPages {

  private final GrantDecisions grants;
  private final PasskeySignIns passkeys;

  SignInPages(GrantDecisions grants, PasskeySignIns passkeys) {
    this.grants = grants;
    this.passkeys = passkeys;
  }

  Uni<RestResponse<String>> ask(SignInRequest request, Attempt attempt) {
    return request
        .visit()
        .map(visit -> ask(request, visit, attempt))
        .orElseGet(
            () -> page(request, FormFields.of(request.session().csrfToken()), "", false, attempt));
  }

  private Uni<RestResponse<String>> ask(SignInRequest request, Visit visit, Attempt attempt) {
    return grants
        .lookUp(visit.grant(), visit.browser())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Closed ignored -> Page.redirect(visit.at(Way.CONFIRM));
                  case Confirming ignored -> Page.redirect(visit.at(Way.NUMBER));
                  case Open(var grant, var view) ->
                      page(request, visit.form(), view.clientName(), isAgain(visit, view), attempt);
                });
  }

  /** Somebody is signed in, but longer ago or in another way than the device asks for. */
  private static boolean isAgain(Visit visit, GrantView view) {
    return visit.session().person().filter(it -> !Freshness.suffices(it, view)).isPresent();
  }

  private Uni<RestResponse<String>> page(
      SignInRequest request, FormFields form, String client, boolean again, Attempt attempt) {
    return passkeys
        .prompt(request.session(), attempt.passkey())
        .map(
            passkey ->
                new SignIn(
                    form,
                    client,
                    again,
                    attempt.username(),
                    attempt.wrong(),
                    request.to().word(),
                    passkey))
        .flatMap(page -> Page.of(attempt.status(), page));
  }
}
