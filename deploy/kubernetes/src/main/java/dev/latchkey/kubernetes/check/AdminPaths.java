package dev.latchkey.kubernetes.check;

import static dev.latchkey.local.Part.DEVICE_AUTHZ;
import static dev.latchkey.local.Part.TOKEN;
import static dev.latchkey.local.Part.VERIFICATION_UI;

import dev.latchkey.local.Part;
import java.util.Map;
import java.util.stream.Stream;

/** Which service administers what; never on the public origin. */
public final class AdminPaths {

  /** Each includes the paths below it. */
  public static final Map<String, Part> ALL =
      Map.of(
          "/admin/apis", DEVICE_AUTHZ,
          "/admin/clients", DEVICE_AUTHZ,
          "/admin/enrolment-tokens", DEVICE_AUTHZ,
          "/admin/events", DEVICE_AUTHZ,
          "/admin/switches", DEVICE_AUTHZ,
          "/admin/webhooks", DEVICE_AUTHZ,
          "/admin/devices", TOKEN,
          "/admin/keys", TOKEN,
          "/admin/users", VERIFICATION_UI);

  private AdminPaths() {}

  /** In the order of their paths. */
  public static Stream<Map.Entry<String, Part>> sorted() {
    return ALL.entrySet().stream().sorted(Map.Entry.comparingByKey());
  }
}
