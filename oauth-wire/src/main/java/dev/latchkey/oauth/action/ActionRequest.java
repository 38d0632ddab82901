package dev.latchkey.oauth.action;

import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a hook is told. No code, no token and nothing that a person typed is among it.
 *
 * @param grant null before there is one
 * @param subject the account; null before anybody has signed in
 * @param scope what is asked for, was approved, or is left of it
 * @param api its identifier, if one is asked for
 * @param device what the device says of itself, not verified
 * @param address where the device is, or was when it asked
 * @param more what only this trigger tells
 */
public record ActionRequest(
    ClientId client,
    @Nullable GrantId grant,
    @Nullable String subject,
    Scope scope,
    @Nullable String api,
    ClaimedDevice device,
    String address,
    Map<String, String> more) {

  public ActionRequest {
    more = Map.copyOf(more);
  }
}
