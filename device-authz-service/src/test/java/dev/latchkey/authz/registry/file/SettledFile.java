package dev.latchkey.authz.registry.file;

import io.quarkus.arc.Arc;
import org.awaitility.Awaitility;

/** The registry file that this process was started with. */
public final class SettledFile {

  private SettledFile() {}

  /** Waits until it releases no switch any more that a test has thrown in its name. */
  public static void await() {
    var switches = Arc.container().instance(FileSwitches.class).get();
    Awaitility.await("the file is trusted").until(switches::isTrusted);
  }
}
