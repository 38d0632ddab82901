package dev.latchkey.ui.passkey;

import static java.util.Objects.requireNonNull;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import dev.latchkey.oauth.jose.RsaStrength;
import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.session.Challenge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * This site, as passkeys know it (WebAuthn section 4): its id and origin come from the public
 * address alone. Every ceremony needs the person's verification, by a PIN or a body, not only their
 * presence. It asks for no attestation and believes none.
 *
 * <p>Verifying costs an event loop a few milliseconds at most; RSA keys must be of reasonable size
 * for that to hold. The first ceremony takes much longer, which is why there is a {@link
 * Rehearsal}.
 */
@ApplicationScoped
class RelyingParty {

  /** What passkey.js offers: ES256, EdDSA, and RS256 for Windows Hello. */
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          offered(COSEAlgorithmIdentifier.ES256),
          offered(COSEAlgorithmIdentifier.EdDSA),
          offered(COSEAlgorithmIdentifier.RS256));

  private static final boolean VERIFIED = true;
  private static final boolean PRESENT = true;

  private final WebAuthnManager webAuthn;
  private final AttestedCredentialDataConverter credentials;
  private final Origin origin;
  private final String id;

  @Inject
  RelyingParty(PublicOrigin origin) {
    this(origin.issuer(), new ObjectConverter());
  }

  private RelyingParty(String address, ObjectConverter converter) {
    this(
        address,
        WebAuthnManager.createNonStrictWebAuthnManager(converter),
        new AttestedCredentialDataConverter(converter));
  }

  private RelyingParty(
      String address, WebAuthnManager webAuthn, AttestedCredentialDataConverter credentials) {
    this.webAuthn = webAuthn;
    this.credentials = credentials;
    this.origin = new Origin(address);
    this.id = URI.create(address).getHost();
  }

  /** The same at another address: what this one has made ready serves that one, and vice versa. */
  RelyingParty at(String address) {
    return new RelyingParty(address, webAuthn, credentials);
  }

  String id() {
    return id;
  }

  /** Fails with a WebAuthnException if it cannot be read. */
  AuthenticationData read(AuthenticationRequest assertion) {
    try {
      return webAuthn.parse(assertion);
    } catch (JacksonException e) {
      throw new DataConversionException("not an assertion", e);
    }
  }

  /** Likewise. */
  RegistrationData read(RegistrationRequest attestation) {
    try {
      return webAuthn.parse(attestation);
    } catch (JacksonException e) {
      throw new DataConversionException("not an attestation", e);
    }
  }

  /** Fails with a WebAuthnException unless the passkey of the row signed that challenge here. */
  void verify(AuthenticationData assertion, Challenge challenge, PasskeyRow row) {
    var known =
        new CredentialRecordImpl(
            null,
            null,
            row.backupEligible,
            row.backedUp,
            row.signCount,
            credentials.convert(row.credential),
            null,
            null,
            null,
            Set.of());
    webAuthn.verify(
        assertion,
        new AuthenticationParameters(property(challenge), known, null, VERIFIED, PRESENT));
  }

  /** Fails with a WebAuthnException unless it was made for that challenge here. */
  AttestedCredentialData verify(RegistrationData attestation, Challenge challenge) {
    webAuthn.verify(
        attestation,
        new RegistrationParameters(property(challenge), ALGORITHMS, VERIFIED, PRESENT));
    return requireNonNull(
        requireNonNull(attestation.getAttestationObject())
            .getAuthenticatorData()
            .getAttestedCredentialData());
  }

  boolean isReasonable(AttestedCredentialData credential) {
    return !(credential.getCOSEKey().getPublicKey() instanceof RSAPublicKey key)
        || RsaStrength.isReasonable(key);
  }

  byte[] bytes(AttestedCredentialData credential) {
    return credentials.convert(credential);
  }

  private ServerProperty property(Challenge challenge) {
    return ServerProperty.builder()
        .origin(origin)
        .rpId(id)
        .challenge(new DefaultChallenge(challenge.value()))
        .build();
  }

  private static PublicKeyCredentialParameters offered(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }
}
