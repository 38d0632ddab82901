package dev.latchkey.ui.upstream;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.latchkey.oauth.store.AgedCache;
import dev.latchkey.oauth.store.AgedCache.Ages;
import dev.latchkey.ui.account.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * What a provider publishes of itself, read again when it is older than 10 s: the answer also says
 * that somebody is there, before a browser is sent to them.
 */
@ApplicationScoped
class ProviderDocuments {

  private static final String WELL_KNOWN = "/.well-known/openid-configuration";
  private static final Ages AGES = new Ages(Duration.ofSeconds(10), Duration.ofMinutes(1));
  private static final int MOST_BYTES = 512 * 1024;

  private final Map<String, WebClient> clients = new HashMap<>();
  private final AgedCache<Provider, JsonObject> metadata;
  private final AgedCache<Provider, JsonWebKeySet> keys;

  ProviderDocuments(Vertx vertx, Providers providers) {
    for (var provider : providers.all()) {
      var options =
          new WebClientOptions()
              .setConnectTimeout(Math.toIntExact(provider.connectTimeout().toMillis()))
              .setFollowRedirects(false)
              .setUserAgentEnabled(false);
      clients.put(provider.name(), WebClient.create(vertx, options));
    }
    var most = Math.max(1, providers.all().size());
    metadata = new AgedCache<>(AGES, most, this::discover, Ticker.systemTicker());
    keys = new AgedCache<>(AGES, most, this::fetchKeys, Ticker.systemTicker());
  }

  /**
   * Fails with {@link ProviderException}: nobody answers in time, or what answers is not the
   * provider (OpenID Connect Discovery section 4.3).
   */
  Uni<Void> isThere(Provider provider) {
    return metadata.fresh(provider).replaceWithVoid();
  }

  /**
   * Whether every answer of the provider's carries its name (RFC 9207 section 3). Fails with {@link
   * ProviderException}.
   */
  Uni<Boolean> namesItself(Provider provider) {
    return metadata
        .fresh(provider)
        .map(
            found ->
                Boolean.TRUE.equals(
                    found
                        .orElseThrow()
                        .getValue("authorization_response_iss_parameter_supported")));
  }

  /** The keys that the provider signs with. Fails with {@link ProviderException}. */
  Uni<JsonWebKeySet> keys(Provider provider) {
    return keys.fresh(provider).map(Optional::orElseThrow);
  }

  private Uni<Optional<JsonObject>> discover(Provider provider) {
    var issuer = provider.issuer();
    var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    return get(provider, base + WELL_KNOWN)
        .map(
            document -> {
              if (!issuer.equals(document.getValue("issuer"))) {
                throw new ProviderException(
                    UpstreamFailure.UNTRUSTED, "its discovery document names another issuer", null);
              }
              return Optional.of(document);
            });
  }

  private Uni<Optional<JsonWebKeySet>> fetchKeys(Provider provider) {
    return metadata
        .fresh(provider)
        .map(Optional::orElseThrow)
        .flatMap(
            document ->
                document.getValue("jwks_uri") instanceof String uri
                    ? get(provider, uri)
                    : Uni.createFrom()
                        .failure(
                            new ProviderException(
                                UpstreamFailure.UNTRUSTED, "it publishes no keys", null)))
        .map(
            set -> {
              try {
                return Optional.of(new JsonWebKeySet(set.encode()));
              } catch (JoseException e) {
                throw new ProviderException(
                    UpstreamFailure.UNTRUSTED, "its keys cannot be read", e);
              }
            });
  }

  private Uni<JsonObject> get(Provider provider, String address) {
    var client = clients.get(provider.name());
    if (client == null) {
      throw new IllegalArgumentException("not a provider of ours");
    }
    return Uni.createFrom()
        .deferred(
            () ->
                client
                    .getAbs(address)
                    .putHeader(HttpHeaders.ACCEPT.toString(), "application/json")
                    .timeout(provider.readTimeout().toMillis())
                    .send())
        .map(
            answer -> {
              var body = answer.body();
              if (answer.statusCode() != 200 || body == null || body.length() > MOST_BYTES) {
                throw new IllegalStateException("answered " + answer.statusCode());
              }
              return body.toJsonObject();
            })
        .ifNoItem()
        .after(provider.patience())
        .fail()
        .onFailure()
        .transform(
            failure ->
                new ProviderException(
                    UpstreamFailure.AWAY, "its documents cannot be read", failure));
  }
}
