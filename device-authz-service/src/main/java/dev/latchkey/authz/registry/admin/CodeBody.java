package dev.latchkey.authz.registry.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.registry.CodeRules;
import dev.latchkey.authz.registry.file.WrittenDuration;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a client's codes are made. */
@Schema(name = "DeviceCode", description = "How its codes are made")
record CodeBody(
    @Schema(defaultValue = "10m") @JsonProperty("lifetime") String lifetime,
    @Schema(defaultValue = "5s") @JsonProperty("interval") String interval,
    @JsonProperty("user_code") UserCodeBody userCode) {

  @Schema(name = "UserCode", description = "What people see and type")
  record UserCodeBody(
      @Schema(
              enumeration = {"base20", "digits"},
              defaultValue = "base20")
          @JsonProperty("charset")
          String charset,
      @Schema(examples = "****-****") @JsonProperty("mask") String mask) {}

  static CodeBody of(CodeRules rules) {
    var format = rules.userCodeFormat();
    return new CodeBody(
        WrittenDuration.of(rules.lifetime()),
        WrittenDuration.of(rules.interval()),
        new UserCodeBody(format.characterSet().name().toLowerCase(Locale.ROOT), format.mask()));
  }
}
