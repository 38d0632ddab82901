package dev.latchkey.token.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * When somebody last signed in at an identity provider, which vouched for them then.
 *
 * @param provider its name in the settings
 */
@Embeddable
public record UpstreamSignIn(
    @Column(name = "provider") String provider, @Column(name = "signed_in_at") Instant at) {}
