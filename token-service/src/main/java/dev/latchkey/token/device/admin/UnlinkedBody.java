package dev.latchkey.token.device.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.token.revoke.UnlinkOutcome.Unlinked;
import dev.latchkey.token.revoke.UnlinkPreview;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What unlinking by a filter did, or would do. */
@Schema(name = "Unlinked", description = "What was unlinked, or would be")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnlinkedBody(
    @Schema(required = true) @JsonProperty("dry_run") boolean dryRun,
    @Schema(required = true, description = "How many devices were linked and matched")
        @JsonProperty("matching")
        long matching,
    @Schema(
            required = true,
            description =
                "How many of them this call unlinked. One that was unlinked meanwhile by somebody"
                    + " else, or does not match any more, is not counted")
        @JsonProperty("unlinked")
        int unlinked,
    @Schema(
            required = true,
            description =
                "Whether devices that match are left because one call does no more; send the same"
                    + " again")
        @JsonProperty("more")
        boolean more,
    @Schema(description = "Of a dry run: the first of those that match") @JsonProperty("sample")
        @Nullable List<DeviceBody> sample) {

  static UnlinkedBody of(UnlinkPreview preview) {
    var sample = preview.sample().stream().map(DeviceBody::of).toList();
    return new UnlinkedBody(true, preview.matching(), 0, preview.matching() > 0, sample);
  }

  static UnlinkedBody of(Unlinked done) {
    return new UnlinkedBody(false, done.matching(), done.unlinked(), done.more(), null);
  }
}
