package dev.latchkey.ui.passkey;

import com.webauthn4j.data.client.CollectedClientData;
import dev.latchkey.session.Challenge;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The challenge that a browser says it had signed. */
final class SignedChallenge {

  private SignedChallenge() {}

  /** Empty if it cannot be one of ours. */
  static Optional<Challenge> of(@Nullable CollectedClientData client) {
    if (client == null || client.getChallenge() == null) {
      return Optional.empty();
    }
    var bytes = client.getChallenge().getValue();
    return Challenge.parse(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
