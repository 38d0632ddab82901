package dev.latchkey.ui.passkey;

import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.util.exception.WebAuthnException;
import dev.latchkey.session.Challenge;
import dev.latchkey.ui.entry.LoginConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Base64;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Adds a passkey and signs in with it once after the start, for nobody: the first ceremony loads
 * classes and builds what reads CBOR and JSON, which took a person, and an event loop, 1.7 s. It
 * runs on a worker beside everything else, and the start and readiness do not wait for it. What is
 * verified later costs an event loop a few milliseconds, so that stays there.
 *
 * <p>The passkey is of an address that cannot exist (RFC 6761 section 6.4), and its private key was
 * not kept.
 */
@ApplicationScoped
class Rehearsal {

  private static final Logger LOG = Logger.getLogger(Rehearsal.class);

  private static final String SITE = "https://rehearsal.invalid";

  private static final Challenge CHALLENGE =
      new Challenge("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

  private static final byte[] CREDENTIAL = bytes("w_Ms6QAFx1fnqFNzzckMeA");

  private static final byte[] ATTESTATION =
      bytes(
          "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVkAlFM6vFxHhzA3rs4OtLBeNz3ej1o7SChNvMkWgl"
              + "FMDg0FRQAAAAAAAAAAAAAAAAAAAAAAAAAAABDD8yzpAAXHV-eoU3PNyQx4pQECAyYgASFYICwDdLtx"
              + "v_audC5dfqll6BO6l68QLEEMuW_tr6hTyRScIlggK_m1VFnvsCOCcW99hm7zlBWStPWxTzsYa-pjKg"
              + "UP0RE");

  /** Of CHALLENGE and SITE, as a browser tells it to the authenticator. */
  private static final byte[] TO_CREATE =
      bytes(
          "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiQUFBQUFBQUFBQUFBQUFBQUFBQU"
              + "FBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQSIsIm9yaWdpbiI6Imh0dHBzOi8vcmVoZWFyc2FsLmludmFs"
              + "aWQiLCJjcm9zc09yaWdpbiI6ZmFsc2V9");

  private static final byte[] TO_GET =
      bytes(
          "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU"
              + "FBQUFBQUFBQUFBQUFBQUFBQUFBQSIsIm9yaWdpbiI6Imh0dHBzOi8vcmVoZWFyc2FsLmludmFsaWQi"
              + "LCJjcm9zc09yaWdpbiI6ZmFsc2V9");

  private static final byte[] AUTHENTICATOR_DATA =
      bytes("Uzq8XEeHMDeuzg60sF43Pd6PWjtIKE28yRaCUUwODQUFAAAAAA");

  private static final byte[] SIGNATURE =
      bytes(
          "MEQCIELUTdd_rwTsMkLcQ9Skt35sMs_DyYviHHY3pjZzry-bAiARab8n6lySxnloHq6qvW7zySJKoO"
              + "V6P62ITcoX5n9JBA");

  private final RelyingParty here;
  private final LoginConfig login;

  Rehearsal(RelyingParty here, LoginConfig login) {
    this.here = here;
    this.login = login;
  }

  void start(@Observes StartupEvent event) {
    if (login.local()) {
      Infrastructure.getDefaultWorkerPool().execute(this::quietly);
    }
  }

  /** Fails with a WebAuthnException if what it knows to be right is refused. */
  void run() {
    var site = here.at(SITE);
    var attestation = site.read(new RegistrationRequest(ATTESTATION, TO_CREATE, Set.of()));
    var made = site.verify(attestation, CHALLENGE);
    var row = new PasskeyRow();
    row.credential = site.bytes(made);
    var assertion =
        site.read(
            new AuthenticationRequest(
                CREDENTIAL, new byte[0], AUTHENTICATOR_DATA, TO_GET, SIGNATURE));
    site.verify(assertion, CHALLENGE, row);
  }

  /** Without it the first person waits, and that is all. */
  private void quietly() {
    try {
      run();
    } catch (WebAuthnException e) {
      LOG.warn("passkeys could not be rehearsed: the first ceremony will be slow", e);
    }
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
