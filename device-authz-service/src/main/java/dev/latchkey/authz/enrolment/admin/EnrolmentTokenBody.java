package dev.latchkey.authz.enrolment.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.enrolment.EnrolmentToken;
import dev.latchkey.authz.enrolment.NewEnrolmentToken;
import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.admin.ETag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One enrolment token. */
@Schema(name = "EnrolmentToken", description = "What an operator has approved ahead")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnrolmentTokenBody(
    @Schema(
            required = true,
            description = "Names it; the enrolment of devices and of audit events. No secret")
        @JsonProperty("id")
        UUID id,
    @Schema(
            description =
                "What the devices present: a secret, in the answer to its creation and nowhere"
                    + " else")
        @JsonProperty("enrolment_token")
        @Nullable String secret,
    @Schema(required = true) @JsonProperty("label") String label,
    @Schema(
            required = true,
            enumeration = {"awaiting_approval", "active", "revoked"},
            description =
                "awaiting_approval: of no use until another administrator approves it. active: of"
                    + " use from valid_from to valid_until, while used is less than count")
        @JsonProperty("state")
        String state,
    @Schema(required = true) @JsonProperty("client_id") String clientId,
    @Schema(
            required = true,
            description = "Of the devices' tokens: an account, or service: and the name of one")
        @JsonProperty("subject")
        String subject,
    @Schema(required = true) @JsonProperty("scopes") List<String> scopes,
    @JsonProperty("api") @Nullable String api,
    @Schema(required = true, description = "How many devices it is for") @JsonProperty("count")
        int count,
    @Schema(
            required = true,
            description =
                "How many have come. A device whose start failed half-way may be counted, and"
                    + " counts again when it comes back")
        @JsonProperty("used")
        int used,
    @Schema(required = true) @JsonProperty("valid_from") Instant validFrom,
    @Schema(required = true) @JsonProperty("valid_until") Instant validUntil,
    @Schema(required = true) @JsonProperty("created_at") Instant createdAt,
    @Schema(required = true, description = "The administrator's client, as the others")
        @JsonProperty("created_by")
        String createdBy,
    @JsonProperty("approved_at") @Nullable Instant approvedAt,
    @JsonProperty("approved_by") @Nullable String approvedBy,
    @JsonProperty("revoked_at") @Nullable Instant revokedAt,
    @JsonProperty("revoked_by") @Nullable String revokedBy) {

  static EnrolmentTokenBody of(EnrolmentToken token) {
    return of(token, null);
  }

  static EnrolmentTokenBody of(NewEnrolmentToken made) {
    return of(made.token(), made.secret().value());
  }

  private static EnrolmentTokenBody of(EnrolmentToken token, @Nullable String secret) {
    return new EnrolmentTokenBody(
        token.id(),
        secret,
        token.label(),
        token.state().name().toLowerCase(Locale.ROOT),
        token.client().value(),
        token.subject(),
        List.copyOf(token.scopes().tokens()),
        token.api(),
        token.allowed(),
        token.used(),
        token.validFrom(),
        token.validUntil(),
        token.createdAt(),
        token.createdBy().value(),
        token.approvedAt(),
        text(token.approvedBy()),
        token.revokedAt(),
        text(token.revokedBy()));
  }

  /**
   * Of what administrators change, not of the devices that come: nobody could revoke a token that
   * is being used.
   */
  static ETag etag(EnrolmentToken token) {
    return ETag.ofVersion(token.version());
  }

  private static @Nullable String text(@Nullable ClientId client) {
    return client == null ? null : client.value();
  }

  @Override
  public String toString() {
    return "EnrolmentTokenBody[" + id + "]";
  }
}
