package dev.latchkey.ui.login;

import dev.latchkey.grant.AuthenticationRequest;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.entry.SignInRequest;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.passkey.PasskeySignIns;
import dev.latchkey.ui.policy.Freshness;
import dev.latchkey.ui.session.Visit;
import dev.latchkey.ui.upstream.Leaving;
import dev.latchkey.ui.upstream.Provider;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/** The page that asks who a person is, and says what was wrong with their last answer. */
@ApplicationScoped
class SignInPages {

  private final GrantDecisions grants;
  private final PasskeySignIns passkeys;
  private final WaysIn ways;

  SignInPages(GrantDecisions grants, PasskeySignIns passkeys, WaysIn ways) {
    this.grants = grants;
    this.passkeys = passkeys;
    this.ways = ways;
  }

  /** Leaves for a provider if it is wished for or the only way in, or else asks. */
  Uni<RestResponse<String>> enter(SignInRequest request) {
    return about(
        request,
        (client, again, wish) ->
            ways.straight(wish)
                .map(provider -> leave(provider, request))
                .orElseGet(() -> page(request, client, again, wish, Attempt.NONE)));
  }

  Uni<RestResponse<String>> ask(SignInRequest request, Attempt attempt) {
    return about(request, (client, again, wish) -> page(request, client, again, wish, attempt));
  }

  /** What a page is made for: the device at hand, if there is one and it still waits. */
  private interface Subject {
    Uni<RestResponse<String>> page(String client, boolean again, AuthenticationRequest wish);
  }

  private Uni<RestResponse<String>> about(SignInRequest request, Subject subject) {
    return request
        .visit()
        .map(visit -> about(visit, subject))
        .orElseGet(() -> subject.page("", false, AuthenticationRequest.NONE));
  }

  private Uni<RestResponse<String>> about(Visit visit, Subject subject) {
    return grants
        .lookUp(visit.grant(), visit.browser())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Closed ignored -> Page.redirect(visit.at(Way.CONFIRM));
                  case Confirming ignored -> Page.redirect(visit.at(Way.NUMBER));
                  case Open(var grant, var view) ->
                      subject.page(view.clientName(), isAgain(visit, view), view.authentication());
                });
  }

  /** Somebody is signed in, but longer ago or in another way than the device asks for. */
  private static boolean isAgain(Visit visit, GrantView view) {
    return visit.session().person().filter(it -> !Freshness.suffices(it, view)).isPresent();
  }

  /** Who the device expects; the person may be another. */
  private static String hint(AuthenticationRequest wish) {
    var hint = Objects.requireNonNullElse(wish.loginHint(), "");
    return hint.substring(0, Math.min(hint.length(), Attempt.LONGEST_ECHO));
  }

  private static Uni<RestResponse<String>> leave(Provider provider, SignInRequest request) {
    return Page.of(new Leaving(provider.label(), WaysIn.to(provider, request)));
  }

  private Uni<RestResponse<String>> page(
      SignInRequest request,
      String client,
      boolean again,
      AuthenticationRequest wish,
      Attempt attempt) {
    return passkeys
        .prompt(request.session(), attempt.passkey())
        .map(
            passkey ->
                new SignIn(
                    request.form(),
                    client,
                    again,
                    attempt.wrong() ? attempt.username() : hint(wish),
                    attempt.wrong(),
                    request.to().word(),
                    passkey,
                    ways.local(),
                    ways.links(request)))
        .flatMap(page -> attempt.isFirst() ? Page.of(page) : Page.mistyped(page));
  }
}
