package dev.latchkey.authz.authorize;

import com.fasterxml.jackson.annotation.JsonProperty;

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

  @Override
  public String toString() {
    return "DeviceAuthorizationBody[redacted]";
  }
}
