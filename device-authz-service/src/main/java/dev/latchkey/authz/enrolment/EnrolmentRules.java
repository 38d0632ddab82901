package dev.latchkey.authz.enrolment;

import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.Registry;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.admin.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an enrolment token may be, by the registry as of at most 10 s ago. What may not be fails
 * with {@link ProblemException}. The registry is asked again whenever a device comes: what a client
 * loses later its devices do not get.
 */
@ApplicationScoped
class EnrolmentRules {

  /** They say something of a person, and a service is none. */
  private static final Set<String> OF_PEOPLE = Set.of("openid", "profile", "email");

  private final Registry registry;
  private final Duration longest;

  EnrolmentRules(Registry registry, EnrolmentConfig config) {
    this.registry = registry;
    this.longest = config.longestValidity();
  }

  void checkWindow(EnrolmentWish wish, Instant now) {
    var from = wish.validFrom().orElse(now);
    if (!wish.validUntil().isAfter(now)) {
      throw new ProblemException(400, "The field valid_until is in the past");
    }
    if (!from.isBefore(wish.validUntil())) {
      throw new ProblemException(400, "The field valid_from is not before valid_until");
    }
    if (Duration.between(from, wish.validUntil()).compareTo(longest) > 0) {
      throw new ProblemException(
          400,
          "The field valid_until is more than latchkey.enrolment.longest-validity after valid_from,"
              + " which is "
              + longest);
    }
  }

  /** The same, with the API that it amounts to. */
  Uni<EnrolmentWish> settle(EnrolmentWish wish) {
    return registry
        .client(wish.client())
        .map(
            found ->
                found
                    .filter(Client::enabled)
                    .filter(client -> client.mayUse(Client.DEVICE_CODE_GRANT))
                    .orElseThrow(
                        () ->
                            new ProblemException(
                                400,
                                "The field client_id names no enabled client of the device grant")))
        .flatMap(
            client ->
                api(client, wish)
                    .invoke(api -> checkScopes(client, wish, api))
                    .map(api -> wish.at(api.map(Api::identifier))));
  }

  private Uni<Optional<Api>> api(Client client, EnrolmentWish wish) {
    var named = wish.api().or(client::defaultApi);
    if (named.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return registry
        .api(named.get())
        .map(found -> found.filter(client::mayAskFor))
        .invoke(
            found -> {
              if (found.isEmpty()) {
                throw new ProblemException(
                    400, "The field api names none that the client is registered for");
              }
            });
  }

  private static void checkScopes(Client client, EnrolmentWish wish, Optional<Api> api) {
    var offered = api.map(Api::scopes).orElse(Map.of());
    for (var scope : wish.scopes().tokens()) {
      if (!client.scopes().contains(scope)
          || scope.equals(AdminAccess.SCOPE)
          || !(Client.STANDARD_SCOPES.contains(scope) || offered.containsKey(scope))) {
        throw new ProblemException(
            400, "The field scopes has one that the client is not registered for, at that API");
      }
    }
    if (wish.service().isPresent() && !people(wish.scopes()).isEmpty()) {
      throw new ProblemException(
          400, "The field scopes has openid, profile or email, and a service is no person");
    }
  }

  private static Scope people(Scope scopes) {
    return scopes.intersect(OF_PEOPLE);
  }
}
