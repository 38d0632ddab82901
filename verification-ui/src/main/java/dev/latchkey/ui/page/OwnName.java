package dev.latchkey.ui.page;

import dev.latchkey.grant.Characters;
import dev.latchkey.ticket.DeviceName;
import io.quarkus.qute.TemplateGlobal;

/** The name that a person gives to something of theirs, a device or a passkey. */
public final class OwnName {

  /** In {@link Characters}. */
  public static final int LONGEST = DeviceName.LONGEST;

  private OwnName() {}

  /** For {@code maxlength}, which must not cut what is allowed; the server counts for itself. */
  @TemplateGlobal(name = "nameUnits")
  static int units() {
    return LONGEST * Characters.UNITS;
  }
}
