package dev.latchkey.authz.registry.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.grant.ApprovalPolicy;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client demands of whoever approves its devices. */
@Schema(name = "Approval", description = "What is demanded of whoever approves its devices")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApprovalBody(
    @Schema(defaultValue = "false") @JsonProperty("typed_code") boolean typedCode,
    @Schema(description = "CIDR; anywhere if absent") @JsonProperty("networks")
        @Nullable List<String> networks,
    @Schema(defaultValue = "false") @JsonProperty("same_network") boolean sameNetwork,
    @Schema(description = "Anybody if absent") @JsonProperty("groups")
        @Nullable List<String> groups,
    @Schema(enumeration = "number", description = "None if absent") @JsonProperty("confirmation")
        @Nullable String confirmation) {

  static ApprovalBody of(ApprovalPolicy policy) {
    return new ApprovalBody(
        policy.typedCode(),
        orAbsent(policy.networks()),
        policy.sameNetwork(),
        orAbsent(policy.groups()),
        policy.numberMatching() ? "number" : null);
  }

  /** An empty list is refused when it is sent. */
  private static @Nullable List<String> orAbsent(Set<String> values) {
    return values.isEmpty() ? null : values.stream().sorted().toList();
  }
}
