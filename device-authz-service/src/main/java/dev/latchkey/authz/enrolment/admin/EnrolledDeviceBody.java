package dev.latchkey.authz.enrolment.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.enrolment.EnrolledDevice;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One device that was approved ahead. */
@Schema(name = "EnrolledDevice", description = "A device that came with an enrolment token")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnrolledDeviceBody(
    @Schema(
            required = true,
            description = "Ties it to its audit events, and to the device at /admin/devices")
        @JsonProperty("grant")
        String grant,
    @Schema(required = true) @JsonProperty("enrolled_at") Instant enrolledAt,
    @Schema(required = true, description = "The network address from which it came")
        @JsonProperty("address")
        String address,
    @Schema(description = "What it calls itself; like model, serial and app_version not verified")
        @JsonProperty("name")
        @Nullable String name,
    @JsonProperty("model") @Nullable String model,
    @JsonProperty("serial") @Nullable String serial,
    @JsonProperty("app_version") @Nullable String appVersion) {

  static EnrolledDeviceBody of(EnrolledDevice device) {
    var claimed = device.claimed();
    return new EnrolledDeviceBody(
        device.grant().value(),
        device.at(),
        device.address(),
        claimed.name(),
        claimed.model(),
        claimed.serial(),
        claimed.appVersion());
  }
}
