package dev.latchkey.oauth.action;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Servers of your own that are asked before something is decided; see docs/actions.md. */
@ConfigMapping(prefix = "latchkey.actions")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface ActionConfig {

  /** Hooks, by when they are asked. */
  @WithParentName
  @ConfigDocMapKey("trigger")
  Map<Trigger, Hook> hooks();

  /** One hook. */
  interface Hook {

    /**
     * Where the requests of a trigger are sent, by POST: {@code start} (device-authz-service),
     * {@code approval} (verification-ui), {@code redemption} or {@code refresh} (token-service).
     * All three services may be given all of them; at a trigger without a hook nobody is asked. It
     * may be an address that only we can reach; {@code http} is for those, as requests tell of
     * people. Redirects are not followed.
     */
    URI url();

    /**
     * What requests are signed with, as {@code whsec_} and 24 to 64 random bytes in base64. Two of
     * them, with a comma between, while one takes the place of the other: requests are signed with
     * both.
     */
    List<String> secret();

    /**
     * A hook that takes longer, to connect and to answer, has failed. Devices and people wait for
     * so long; at most 2 s.
     */
    @WithDefault("1s")
    Duration timeout();

    /**
     * What holds when the hook fails: {@code fail-closed} answers 503 and decides nothing, {@code
     * fail-open} goes on as if there were no hook. With fail-open, whoever can slow your hook down
     * can get around it.
     */
    @WithDefault("fail-closed")
    OnFailure onFailure();

    /**
     * How many requests may be under way from one replica; further ones have failed at once. A hook
     * that answers within 50 ms serves 20 times as many a second.
     */
    @WithDefault("64")
    int parallel();

    /**
     * How long a hook is left alone once half of its last 10 requests have failed; then one request
     * tries it. Meanwhile all others have failed at once. At least 100 ms.
     */
    @WithDefault("5s")
    Duration pause();
  }
}
