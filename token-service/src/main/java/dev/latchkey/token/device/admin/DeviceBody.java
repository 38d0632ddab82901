package dev.latchkey.token.device.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.oauth.admin.ETag;
import dev.latchkey.token.device.DeviceRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One device that somebody approved. */
@Schema(name = "Device", description = "A device that somebody approved")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeviceBody(
    @Schema(required = true, description = "Its id, the device_id of access tokens")
        @JsonProperty("id")
        String id,
    @Schema(
            required = true,
            enumeration = {"linked", "revoked"},
            description =
                "revoked: for good; it has to be approved anew. linked does not say that its"
                    + " refresh token is within its lifetimes")
        @JsonProperty("state")
        String state,
    @Schema(required = true) @JsonProperty("client_id") String clientId,
    @Schema(
            required = true,
            description = "The account that it belongs to, or service: and the name of a service")
        @JsonProperty("subject")
        String subject,
    @Schema(
            description =
                "The enrolment token by which an operator approved it ahead; absent if a person"
                    + " approved it")
        @JsonProperty("enrolment")
        @Nullable String enrolment,
    @Schema(required = true, description = "Ties it to the audit events of its grant")
        @JsonProperty("grant")
        String grant,
    @Schema(required = true, description = "What was approved, with a space between")
        @JsonProperty("scope")
        String scope,
    @Schema(description = "The identifier of the API that it has access to") @JsonProperty("api")
        @Nullable String api,
    @Schema(required = true, description = "Whether it has a refresh token")
        @JsonProperty("refreshable")
        boolean refreshable,
    @Schema(required = true, description = "Whether its tokens are bound to a key (RFC 9449)")
        @JsonProperty("dpop_bound")
        boolean dpopBound,
    @Schema(description = "What it calls itself; like model, serial and app_version not verified")
        @JsonProperty("name")
        @Nullable String name,
    @Schema(description = "What its person calls it") @JsonProperty("own_name")
        @Nullable String ownName,
    @JsonProperty("model") @Nullable String model,
    @JsonProperty("serial") @Nullable String serial,
    @JsonProperty("app_version") @Nullable String appVersion,
    @Schema(required = true, description = "The network address from which it was linked")
        @JsonProperty("address")
        String address,
    @Schema(description = "The one from which it was last seen; absent if not since it was linked")
        @JsonProperty("last_address")
        @Nullable String lastAddress,
    @Schema(required = true) @JsonProperty("linked_at") Instant linkedAt,
    @Schema(required = true, description = "When it last used its refresh token")
        @JsonProperty("last_seen_at")
        Instant lastSeenAt,
    @JsonProperty("revoked_at") @Nullable Instant revokedAt,
    @Schema(
            description =
                "Why it is revoked: reuse, client, person, disowned or administrator, as in the"
                    + " audit event device.revoked")
        @JsonProperty("revocation")
        @Nullable String revocation) {

  static DeviceBody of(DeviceRecord found) {
    var device = found.device();
    var claimed = device.claimed();
    return new DeviceBody(
        device.id().toString(),
        found.state().name().toLowerCase(Locale.ROOT),
        device.client().value(),
        device.subject(),
        text(device.enrolment()),
        device.grant().value(),
        device.scope().toString(),
        device.api(),
        device.refreshable(),
        device.dpopThumbprint() != null,
        claimed.name(),
        found.ownName(),
        claimed.model(),
        claimed.serial(),
        claimed.appVersion(),
        device.address(),
        found.lastAddress(),
        found.linkedAt(),
        found.lastSeenAt(),
        found.revokedAt(),
        small(found.revocation()));
  }

  /** Of all that is said here: it changes whenever the device is seen. */
  ETag etag() {
    return ETag.ofBytes(toString().getBytes(UTF_8));
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  private static @Nullable String small(@Nullable String word) {
    return word == null ? null : word.toLowerCase(Locale.ROOT);
  }
}
