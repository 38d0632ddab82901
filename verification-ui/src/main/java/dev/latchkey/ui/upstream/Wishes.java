package dev.latchkey.ui.upstream;

import dev.latchkey.grant.AuthenticationRequest;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.grant.SpacedWords;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.language.Language;
import dev.latchkey.ui.policy.Freshness;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the device wishes its person to be met, passed on to the provider (OpenID Connect Core
 * section 3.1.2.1). Somebody who is signed in here and comes to sign in again is to be asked again
 * there.
 */
@ApplicationScoped
class Wishes {

  private final GrantDecisions grants;

  Wishes(GrantDecisions grants) {
    this.grants = grants;
  }

  /** More parameters of the authentication request. */
  Uni<Map<String, String>> of(BrowserSession session, Optional<Visit> visit) {
    var language = Language.current().toLanguageTag();
    return request(visit).map(request -> of(session, request, language));
  }

  /** How old a sign-in may be for the grant at hand; null if that does not matter. */
  Uni<Optional<Duration>> maxAge(Optional<Visit> visit) {
    return request(visit).map(request -> Optional.ofNullable(request.maxAge()));
  }

  /**
   * Whether this sign-in would do for the grant at hand. Who was asked again there and comes back
   * with one that does not would only be sent there once more.
   */
  Uni<Boolean> sufficient(SignedIn person, Optional<Visit> visit) {
    return ofOpen(visit, view -> Freshness.suffices(person, view), true);
  }

  private Uni<AuthenticationRequest> request(Optional<Visit> visit) {
    return ofOpen(visit, GrantView::authentication, AuthenticationRequest.NONE);
  }

  /** Something about the grant at hand while it waits for a person. */
  private <T> Uni<T> ofOpen(Optional<Visit> visit, Function<GrantView, T> read, T otherwise) {
    return visit
        .map(
            about ->
                grants
                    .lookUp(about.grant(), about.browser())
                    .map(
                        outcome ->
                            switch (outcome) {
                              case Open(var grant, var view) -> read.apply(view);
                              case Confirming ignored -> otherwise;
                              case Closed ignored -> otherwise;
                            }))
        .orElseGet(() -> Uni.createFrom().item(otherwise));
  }

  private static Map<String, String> of(
      BrowserSession session, AuthenticationRequest request, String language) {
    var wishes = new LinkedHashMap<String, String>();
    put(wishes, "login_hint", request.loginHint());
    put(wishes, "acr_values", SpacedWords.write(request.acrValues()));
    var maxAge = request.maxAge();
    put(wishes, "max_age", maxAge == null ? null : Long.toString(maxAge.toSeconds()));
    put(wishes, "prompt", session.person().isPresent() ? "login" : null);
    put(
        wishes,
        "ui_locales",
        request.uiLocales().isEmpty() ? language : SpacedWords.write(request.uiLocales()));
    return wishes;
  }

  private static void put(Map<String, String> wishes, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      wishes.put(name, value);
    }
  }
}
