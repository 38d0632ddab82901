package dev.latchkey.grant;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A grant about to be created, with everything that pages and polls will need from the registry, so
 * that neither has to ask SQL while it is pending.
 *
 * @param clientName for people
 * @param clientLogo names the logo of the client; null if it has none
 * @param scope what is asked for, already checked against the registry
 * @param scopeWords the API's own words for those of its scopes that are asked for
 * @param api the API asked for, if any
 * @param refreshable whether approval entitles to a refresh token
 * @param lifetime how long the codes can be used; the answer's {@code expires_in}
 * @param interval the least time between polls, until an early one makes it grow
 * @param authentication how the person is to be met
 * @param policy what the approval has to satisfy
 * @param address the device's network address, as we saw it
 */
public record NewGrant(
    ClientId client,
    String clientName,
    @Nullable String clientLogo,
    Scope scope,
    Map<String, Words> scopeWords,
    @Nullable ApiAccess api,
    boolean refreshable,
    Duration lifetime,
    Duration interval,
    UserCodeFormat userCodeFormat,
    ErrorProfile errorProfile,
    ClaimedDevice device,
    Proof proof,
    AuthenticationRequest authentication,
    ApprovalPolicy policy,
    String address) {

  public NewGrant {
    scopeWords = Map.copyOf(scopeWords);
  }

  /** The same, with codes that can be used for so long. */
  public NewGrant livingFor(Duration lifetime) {
    return lifetime.equals(this.lifetime)
        ? this
        : new NewGrant(
            client,
            clientName,
            clientLogo,
            scope,
            scopeWords,
            api,
            refreshable,
            lifetime,
            interval,
            userCodeFormat,
            errorProfile,
            device,
            proof,
            authentication,
            policy,
            address);
  }
}
