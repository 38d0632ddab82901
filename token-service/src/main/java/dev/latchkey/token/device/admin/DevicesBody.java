package dev.latchkey.token.device.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of devices. */
@Schema(name = "Devices", description = "A page of devices")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DevicesBody(
    @Schema(
            required = true,
            description =
                "May be fewer than asked for, even none, and more follow: if few of very many"
                    + " devices match")
        @JsonProperty("devices")
        List<DeviceBody> devices,
    @Schema(description = "The cursor of the next page; absent on the last one")
        @JsonProperty("next")
        @Nullable String next) {}
