package dev.latchkey.grant;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of a grant before the person decides.
 *
 * @param clientLogo names the logo of the client; null if it has none
 * @param mask how its user code is laid out, see {@link UserCodeFormat#display(String, UserCode)}
 * @param scope what is asked for
 * @param scopeWords the API's own words for its scopes
 * @param apiName for people; null if no API is involved
 * @param device what the device says of itself, not verified
 * @param authentication how the person is to be met
 * @param policy what the approval has to satisfy
 * @param address where the device asked from, as we saw it
 * @param createdAt when the device asked
 * @param expiresAt after this no decision is taken
 */
public record GrantView(
    ClientId client,
    String clientName,
    @Nullable String clientLogo,
    String mask,
    Scope scope,
    Map<String, Words> scopeWords,
    @Nullable String apiIdentifier,
    @Nullable String apiName,
    ClaimedDevice device,
    AuthenticationRequest authentication,
    ApprovalPolicy policy,
    String address,
    Instant createdAt,
    Instant expiresAt) {

  public GrantView {
    scopeWords = Map.copyOf(scopeWords);
  }
}
