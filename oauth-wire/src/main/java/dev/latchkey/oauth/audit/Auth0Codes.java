package dev.latchkey.oauth.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Auth0 calls our events in its tenant logs, for those that know them by these names; a part
 * of {@code docs/audit-events.md}.
 */
final class Auth0Codes {

  private static final String FAILED_DEVICE_AUTHORIZATION = "fdeaz";
  private static final String FAILED_DEVICE_ACTIVATION = "fdeac";
  private static final String CANCELLED_DEVICE_CONFIRMATION = "fdecc";
  private static final String FAILED_EXCHANGE = "fede";
  private static final String EXCHANGE = "sede";

  static final Map<String, String> BY_EVENT =
      Map.of(
          "grant.exhausted", FAILED_DEVICE_AUTHORIZATION,
          "code.unknown", FAILED_DEVICE_ACTIVATION,
          "grant.barred", FAILED_DEVICE_ACTIVATION,
          "grant.denied", CANCELLED_DEVICE_CONFIRMATION,
          "grant.disowned", CANCELLED_DEVICE_CONFIRMATION,
          "grant.withheld", FAILED_EXCHANGE,
          "grant.refused", FAILED_EXCHANGE,
          "grant.redeemed", EXCHANGE);

  private Auth0Codes() {}

  /** Null if there is none: most of ours have no counterpart. */
  static @Nullable String of(String event) {
    return BY_EVENT.get(event);
  }
}
