package dev.latchkey.ui.upstream;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The OpenID providers that people may sign in with, beside or instead of a local account. */
@ConfigMapping(prefix = "latchkey.upstream")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface UpstreamConfig {

  /**
   * At least 32 random bytes, base64; the same on every pod. What a browser keeps for us while its
   * person is at a provider is encrypted under keys derived from it, so a sign-in may begin at one
   * pod and end at another. Required once there is a provider; changing it breaks off the sign-ins
   * under way, no more.
   */
  Optional<String> secret();

  /** Read by token-service; here so that both can be given the same settings. */
  Optional<Duration> maxRefreshAge();

  /**
   * Providers, by a name of {@code a-z}, {@code 0-9} and {@code -}, which is in their addresses.
   */
  Map<String, Settings> providers();

  /** One provider. */
  interface Settings {

    /**
     * Its issuer identifier, exactly as it is in the ID tokens. Everything else is read from {@code
     * <issuer>/.well-known/openid-configuration}. Must be https outside the local profile.
     */
    URI issuer();

    /** What the provider knows us by. */
    String clientId();

    /** Sent by HTTP Basic to the token endpoint; left out for a public client. */
    Optional<String> clientSecret();

    /** On the button, for people; the provider's name in the settings if it is left out. */
    Optional<String> label();

    /** Asked for at the provider. Without {@code openid} there is no sign-in. */
    @WithDefault("openid,profile,email")
    List<String> scopes();

    /**
     * The claim of the ID token that lists the person's groups, for clients that allow only some; a
     * slash leads into an object, as in {@code realm_access/roles}.
     */
    @WithDefault("groups")
    String groupsClaim();

    /**
     * E-mail addresses of this provider count as verified although it does not say so. Only for a
     * provider that gives out the addresses itself.
     */
    @WithDefault("false")
    boolean trustEmail();

    /** A provider that takes longer to accept a connection counts as away. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** A provider that takes longer to answer counts as away; the person waits for so long. */
    @WithDefault("5s")
    Duration readTimeout();

    /** Read by token-service; here so that both can be given the same settings. */
    Optional<Duration> maxRefreshAge();
  }
}
