package dev.latchkey.token.keys.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.oauth.admin.ETag;
import dev.latchkey.token.keys.KeyRecord;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One signing key; never the key itself. */
@Schema(name = "Key", description = "A signing key")
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyBody(
    @Schema(required = true, description = "Its id, as in the JWK Set and in headers of tokens")
        @JsonProperty("kid")
        String kid,
    @Schema(
            required = true,
            enumeration = {"ES256", "RS256", "EdDSA"})
        @JsonProperty("algorithm")
        String algorithm,
    @Schema(
            required = true,
            enumeration = {"pending", "active", "retiring", "gone"},
            description =
                "pending: published, does not sign yet. active: signs, unless a newer active key of"
                    + " its algorithm does. retiring: signs no more, still published. gone: about to"
                    + " be deleted")
        @JsonProperty("state")
        String state,
    @Schema(required = true) @JsonProperty("created_at") Instant createdAt,
    @Schema(required = true, description = "When it begins to sign") @JsonProperty("activates_at")
        Instant activatesAt,
    @Schema(description = "When it stops signing; absent as long as no successor is planned")
        @JsonProperty("retires_at")
        @Nullable Instant retiresAt,
    @Schema(description = "When the last token it signed has died, and it is deleted")
        @JsonProperty("gone_at")
        @Nullable Instant goneAt) {

  static KeyBody of(KeyRecord key, Instant now) {
    var life = key.life();
    return new KeyBody(
        key.kid(),
        key.algorithm().jwa(),
        key.state(now).name().toLowerCase(Locale.ROOT),
        life.createdAt(),
        life.activatesAt(),
        life.retiresAt(),
        life.goneAt());
  }

  /** Of all that is said here, the state too: who saw a key pending has not seen it active. */
  ETag etag() {
    return ETag.ofBytes(toString().getBytes(UTF_8));
  }
}
