package dev.latchkey.authz.switches.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.switches.ThrownSwitch;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A kill switch that is thrown. */
@Schema(name = "Switch", description = "A kill switch that is thrown")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SwitchBody(
    @Schema(
            required = true,
            enumeration = {"service", "client", "api", "scope"})
        @JsonProperty("kind")
        String kind,
    @Schema(description = "What is off; absent for the whole service") @JsonProperty("name")
        @Nullable String name,
    @Schema(
            required = true,
            enumeration = {"file", "admin"},
            description =
                "Who says so. What both say stays off until both have released it; the registry file"
                    + " releases its own")
        @JsonProperty("source")
        String source,
    @Schema(required = true) @JsonProperty("since") Instant since,
    @Schema(description = "The administrator's client; absent if it was the file")
        @JsonProperty("by")
        @Nullable String by) {

  static SwitchBody of(ThrownSwitch thrown) {
    var name = thrown.what().name();
    return new SwitchBody(
        thrown.what().kind().word(),
        name.isEmpty() ? null : name,
        thrown.source(),
        thrown.since(),
        thrown.by());
  }
}
