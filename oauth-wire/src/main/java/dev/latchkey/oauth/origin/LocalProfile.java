package dev.latchkey.oauth.origin;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;

/** Whether this is a developer's machine, where plain secrets and plain HTTP will do. */
public final class LocalProfile {

  private LocalProfile() {}

  /** True in the profile {@code local}, in tests and in Quarkus's dev mode. */
  public static boolean isActive() {
    return ConfigUtils.isProfileActive("local") || LaunchMode.current().isDevOrTest();
  }
}
