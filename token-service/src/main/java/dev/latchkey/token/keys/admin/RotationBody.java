package dev.latchkey.token.keys.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.oauth.admin.AdminBody;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.token.keys.Algorithm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish for a new key. */
@Schema(name = "Rotation", description = "Asks for the next key of an algorithm")
record RotationBody(
    @Schema(
            required = true,
            enumeration = {"ES256", "RS256", "EdDSA"})
        @JsonProperty("algorithm")
        @Nullable String algorithm)
    implements AdminBody {

  /** Fails with {@link ProblemException} if it is none that we know. */
  Algorithm known() {
    if (algorithm == null) {
      throw new ProblemException(400, "The field algorithm is missing");
    }
    return Algorithm.named(algorithm)
        .orElseThrow(
            () -> new ProblemException(400, "The field algorithm is one of " + Algorithm.names()));
  }
}
