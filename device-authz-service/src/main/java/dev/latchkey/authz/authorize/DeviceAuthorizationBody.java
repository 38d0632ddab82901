package dev.latchkey.authz.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.grant.CreateOutcome.Created;
import dev.latchkey.grant.NewGrant;
import java.net.URI;
import java.net.URLEncoder;

/**
 * The answer to a device (RFC 8628 section 3.2).
 *
 * @param userCode as it is to be shown, with its punctuation
 * @param expiresIn seconds
 * @param interval seconds to wait between polls
 * @param message a sentence ready for display that holds the address and the code
 */
record DeviceAuthorizationBody(
    @JsonProperty("device_code") String deviceCode,
    @JsonProperty("user_code") String userCode,
    @JsonProperty("verification_uri") String verificationUri,
    @JsonProperty("verification_uri_complete") String verificationUriComplete,
    @JsonProperty("expires_in") long expiresIn,
    @JsonProperty("interval") long interval,
    @JsonProperty("message") String message) {

  static DeviceAuthorizationBody of(NewGrant grant, Created created, URI page) {
    var code = grant.userCodeFormat().display(created.userCode());
    return new DeviceAuthorizationBody(
        created.deviceCode().value(),
        code,
        page.toString(),
        page + "?user_code=" + URLEncoder.encode(code, UTF_8),
        grant.lifetime().toSeconds(),
        grant.interval().toSeconds(),
        "On your phone or computer, open %s and enter the code %s".formatted(page, code));
  }

  @Override
  public String toString() {
    return "DeviceAuthorizationBody[redacted]";
  }
}
