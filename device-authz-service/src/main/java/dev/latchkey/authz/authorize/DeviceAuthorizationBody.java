package dev.latchkey.authz.authorize;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.grant.CreateOutcome.Created;
import dev.latchkey.grant.NewGrant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a device (RFC 8628 section 3.2).
 *
 * @param userCode as it is to be shown, with its punctuation
 * @param verificationUriComplete absent if the code has to be typed, which is the client's policy
 * @param expiresIn seconds
 * @param interval seconds to wait between polls
 * @param confirmation absent if an approval alone is enough
 * @param message a sentence ready for display that holds the address and the code
 */
@RegisterForReflection
record DeviceAuthorizationBody(
    @JsonProperty("device_code") String deviceCode,
    @JsonProperty("user_code") String userCode,
    @JsonProperty("verification_uri") String verificationUri,
    @JsonProperty("verification_uri_complete") @JsonInclude(NON_NULL)
        @Nullable String verificationUriComplete,
    @JsonProperty("expires_in") long expiresIn,
    @JsonProperty("interval") long interval,
    @JsonProperty("confirmation") @JsonInclude(NON_NULL) @Nullable Confirmation confirmation,
    @JsonProperty("message") String message) {

  static DeviceAuthorizationBody of(NewGrant grant, Created created, URI page, Locale language) {
    var code = grant.userCodeFormat().display(created.userCode());
    return new DeviceAuthorizationBody(
        created.deviceCode().value(),
        code,
        page.toString(),
        grant.policy().typedCode() ? null : page + "?user_code=" + URLEncoder.encode(code, UTF_8),
        grant.lifetime().toSeconds(),
        grant.interval().toSeconds(),
        Confirmation.of(grant.policy()),
        DeviceMessage.openAndEnter(language, page, code));
  }

  @Override
  public String toString() {
    return "DeviceAuthorizationBody[redacted]";
  }
}
