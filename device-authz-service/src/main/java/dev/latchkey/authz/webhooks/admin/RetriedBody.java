package dev.latchkey.authz.webhooks.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done with dead letters. */
@Schema(name = "Retried", description = "How many dead letters are sent again")
record RetriedBody(
    @Schema(required = true) @JsonProperty("retried") int retried,
    @Schema(required = true, description = "Whether there may be more; send the same again")
        @JsonProperty("more")
        boolean more) {}
