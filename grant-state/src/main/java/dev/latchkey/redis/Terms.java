package dev.latchkey.redis;

import dev.latchkey.grant.ApiAccess;
import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.grant.NewGrant;
import dev.latchkey.grant.Words;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says about a grant, as it was when the grant was created. The same for all
 * grants of a client with the same scopes, of which there may be millions: it is stored once.
 *
 * @param scope what is asked for, tokens with a space between; the order counts
 * @param lifetime of the codes. Clients with another one have terms of their own, so that it says
 *     how long these are needed
 * @param policy without number matching: a device may ask for that by itself
 */
record Terms(
    String clientName,
    @Nullable String clientLogo,
    String scope,
    Map<String, Words> scopeWords,
    @Nullable ApiAccess api,
    boolean refreshable,
    Duration lifetime,
    String mask,
    ApprovalPolicy policy) {

  static Terms of(NewGrant grant) {
    return new Terms(
        grant.clientName(),
        grant.clientLogo(),
        grant.scope().toString(),
        grant.scopeWords(),
        grant.api(),
        grant.refreshable(),
        grant.lifetime(),
        grant.userCodeFormat().mask(),
        grant.policy().withoutNumberMatching());
  }
}
