package dev.latchkey.fleet.device;

import io.vertx.core.json.JsonObject;

/** The members of a JSON object, read without trust in their types. */
record Fields(JsonObject body) {

  /** Empty if it is missing or no string. */
  String text(String name) {
    return body.getValue(name) instanceof String text ? text : "";
  }

  boolean hasText(String name) {
    return !text(name).isBlank();
  }

  /** -1 if it is there and no number. */
  long number(String name, long otherwise) {
    return switch (body.getValue(name)) {
      case null -> otherwise;
      case Number number -> number.longValue();
      default -> -1;
    };
  }
}
