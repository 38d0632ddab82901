package dev.latchkey.ui.upstream;

import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.ui.decide.Way;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Each provider as a tenant of quarkus-oidc, made when it is first needed: a provider that is away
 * then is looked for again at the next sign-in. Only requests at a provider's own address have a
 * tenant; all others are none of quarkus-oidc's business.
 */
@ApplicationScoped
class ProviderTenants implements TenantConfigResolver {

  /** A person may take this long at the provider. */
  static final Duration AWAY_AT_MOST = Duration.ofMinutes(10);

  /** For clocks that differ. */
  static final Duration SKEW = Duration.ofSeconds(60);

  private static final Pattern PATH = Pattern.compile("/login/([a-z0-9-]+)(?:/callback)?");

  private final Map<String, OidcTenantConfig> tenants = new HashMap<>();

  ProviderTenants(Providers providers, UpstreamSecret secret, PublicOrigin origin) {
    for (var provider : providers.all()) {
      tenants.put(provider.name(), tenant(provider, secret, origin));
    }
  }

  @Override
  public Uni<@Nullable OidcTenantConfig> resolve(
      RoutingContext routing, OidcRequestContext<OidcTenantConfig> request) {
    var path = PATH.matcher(routing.normalizedPath());
    return path.matches()
        ? Uni.createFrom().item(tenants.get(path.group(1)))
        : Uni.createFrom().nullItem();
  }

  private static OidcTenantConfig tenant(
      Provider provider, UpstreamSecret secret, PublicOrigin origin) {
    var builder =
        OidcTenantConfig.authServerUrl(provider.issuer())
            .tenantId(provider.name())
            .applicationType(ApplicationType.WEB_APP)
            .clientId(provider.clientId())
            .connectionTimeout(provider.connectTimeout())
            .connectionRetryCount(1);
    provider.clientSecret().ifPresent(builder::credentials);
    return builder
        .token()
        .issuer(provider.issuer())
        .audience(provider.clientId())
        .subjectRequired()
        .lifespanGrace(Math.toIntExact(SKEW.toSeconds()))
        .end()
        .tokenStateManager()
        .encryptionSecret(secret.derive("tokens", provider))
        .end()
        .authentication()
        .scopes(provider.scopes())
        .addOpenidScope(false)
        // Absolute, and thus independent of the Host header.
        .redirectPath(origin.resolve(provider.callbackPath()).toString())
        .restorePathAfterRedirect(false)
        .removeRedirectParameters(false)
        .pkceRequired()
        .nonceRequired()
        .stateSecret(secret.derive("state", provider))
        .stateCookieAge(AWAY_AT_MOST)
        .stateCookieSameSite(CookieSameSite.LAX)
        .cookieSameSite(CookieSameSite.LAX)
        .cookieForceSecure(origin.secure())
        .cookiePath(Way.SIGN_IN)
        .end()
        .build();
  }
}
