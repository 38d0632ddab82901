package dev.latchkey.ui.decide;

import dev.latchkey.grant.GrantView;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.account.Accounts;
import dev.latchkey.ui.consent.Agreement;
import dev.latchkey.ui.consent.Consents;
import dev.latchkey.ui.decide.Progress.Agreed;
import dev.latchkey.ui.decide.Progress.Barred;
import dev.latchkey.ui.decide.Progress.Known;
import dev.latchkey.ui.decide.Progress.Nobody;
import dev.latchkey.ui.decide.Progress.Stale;
import dev.latchkey.ui.policy.Freshness;
import dev.latchkey.ui.policy.GroupRule;
import dev.latchkey.ui.policy.Obstacle;
import dev.latchkey.ui.policy.PlaceRule;
import dev.latchkey.ui.registry.Registrations;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Finds out how far a session has come. Every page asks anew, and every approval right before it is
 * recorded. Asks PostgreSQL only if somebody is signed in; a PostgreSQL that is away is no answer.
 */
@ApplicationScoped
public class Progresses {

  private final Accounts accounts;
  private final Registrations registrations;
  private final Consents consents;
  private final KillSwitches switches;

  Progresses(
      Accounts accounts, Registrations registrations, Consents consents, KillSwitches switches) {
    this.accounts = accounts;
    this.registrations = registrations;
    this.consents = consents;
    this.switches = switches;
  }

  public Uni<Progress> of(Visit visit, GrantView view) {
    return obstacleForAll(visit, view)
        .map(obstacle -> is(new Barred(obstacle, Optional.empty())))
        .or(() -> visit.session().person().map(person -> of(person, view)))
        .orElseGet(() -> is(Nobody.NOBODY));
  }

  /** Nobody signs in in vain. */
  private Optional<Obstacle> obstacleForAll(Visit visit, GrantView view) {
    return switches.stop(view.client(), view.apiIdentifier(), view.scope())
        ? Optional.of(Obstacle.SWITCHED_OFF)
        : PlaceRule.obstacle(view, visit.address());
  }

  private Uni<Progress> of(SignedIn person, GrantView view) {
    return accounts
        .active(person)
        .flatMap(
            found ->
                found.map(account -> of(account, person, view)).orElseGet(() -> is(Nobody.NOBODY)));
  }

  private Uni<Progress> of(Account account, SignedIn person, GrantView view) {
    return obstacle(person, view)
        .flatMap(
            obstacle -> {
              if (obstacle.isPresent()) {
                return is(new Barred(obstacle.get(), Optional.of(account)));
              }
              return Freshness.suffices(person, view)
                  ? agreed(account, person, view)
                  : is(new Stale(account));
            });
  }

  private Uni<Optional<Obstacle>> obstacle(SignedIn person, GrantView view) {
    var group = GroupRule.obstacle(view, person);
    return group.isPresent()
        ? Uni.createFrom().item(group)
        : registrations
            .stand(view.client(), view.apiIdentifier())
            .map(stand -> stand ? Optional.empty() : Optional.of(Obstacle.STOPPED));
  }

  private Uni<Progress> agreed(Account account, SignedIn person, GrantView view) {
    return view.policy().firstParty()
        ? is(new Agreed(account, person, Agreement.FIRST_PARTY))
        : consents
            .cover(account.id(), view)
            .map(
                covered ->
                    covered
                        ? new Agreed(account, person, Agreement.REMEMBERED)
                        : new Known(account, person));
  }

  private static Uni<Progress> is(Progress progress) {
    return Uni.createFrom().item(progress);
  }
}
