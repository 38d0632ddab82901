package dev.latchkey.local;

import java.util.List;

/** The parts of a local system and their places among its ports (DESIGN section 1). */
public enum Part {
  GATEWAY("gateway", 0),
  DEVICE_AUTHZ("device-authz-service", 1),
  TOKEN("token-service", 2),
  VERIFICATION_UI("verification-ui", 3),
  REDIS("Redis", 20),
  POSTGRES("PostgreSQL", 21);

  /** Those that are built here, in the order in which they are started. */
  public static final List<Part> SERVICES = List.of(DEVICE_AUTHZ, TOKEN, VERIFICATION_UI);

  /** From a service's port to that of its management interface. */
  static final int TO_MANAGEMENT = 10;

  private final String title;
  private final int offset;

  Part(String title, int offset) {
    this.title = title;
    this.offset = offset;
  }

  /** As people know it; of a service, also the name of its module. */
  public String title() {
    return title;
  }

  int offset() {
    return offset;
  }

  boolean isService() {
    return SERVICES.contains(this);
  }
}
