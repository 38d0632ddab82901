package dev.latchkey.authz.registry.admin;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latchkey.grant.Random256;

/** A client's secret, on its way to whoever asked for it, once: only its hash is stored. */
record ShownSecret(@JsonValue String value) {

  /** A new one, of 256 bits. */
  static ShownSecret draw() {
    return new ShownSecret(Random256.draw());
  }

  @Override
  public String toString() {
    return "ShownSecret[redacted]";
  }
}
