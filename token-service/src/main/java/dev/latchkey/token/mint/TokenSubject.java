package dev.latchkey.token.mint;

import dev.latchkey.grant.Scope;
import dev.latchkey.token.client.Client;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What tokens say: who lets which client, on which device, do what.
 *
 * @param subject the {@code sub}
 * @param device the linked device's id
 * @param authTime when the person signed in who approved; null if nobody did, as an operator
 *     approved ahead
 * @param acr the authentication context of the sign-in, if it has a name
 * @param dpopThumbprint the key that the access token is bound to, if any (RFC 9449 section 6)
 * @param api the API the access token is for, if any
 */
public record TokenSubject(
    String subject,
    Client client,
    UUID device,
    Scope scope,
    @Nullable TokenAudience api,
    @Nullable Instant authTime,
    Set<String> amr,
    @Nullable String acr,
    @Nullable String dpopThumbprint) {

  public TokenSubject {
    amr = Set.copyOf(amr);
  }
}
