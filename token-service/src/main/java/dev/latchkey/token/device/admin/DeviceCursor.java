package dev.latchkey.token.device.admin;

import dev.latchkey.oauth.admin.AdminQuery;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.token.device.DeviceList;
import dev.latchkey.token.device.DeviceOrder;
import dev.latchkey.token.device.DevicePlace;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.UUID;

/**
 * Where a page of devices ended.
 *
 * @param asOf of the list, so that all pages are of one
 */
record DeviceCursor(Instant asOf, DevicePlace place) {

  static DeviceCursor of(DeviceList list, DevicePlace place) {
    return new DeviceCursor(list.asOf(), place);
  }

  /** Reads {@link #words}. Fails with {@link ProblemException} if they are not of that order. */
  static DeviceCursor read(List<String> words, DeviceOrder order) {
    if (words.size() != 3) {
      throw AdminQuery.foreignCursor();
    }
    try {
      var asOf = Instant.parse(words.get(0));
      var key = order.key(words.get(1));
      checkYear(asOf.atOffset(ZoneOffset.UTC));
      checkYear(key);
      return new DeviceCursor(asOf, new DevicePlace(key, UUID.fromString(words.get(2))));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw AdminQuery.foreignCursor();
    }
  }

  List<String> words() {
    return List.of(asOf.toString(), place.key().toString(), place.id().toString());
  }

  /** PostgreSQL does not know all years that Java does. */
  private static void checkYear(TemporalAccessor time) {
    var year = time.get(ChronoField.YEAR);
    if (year < 1970 || year > 9999) {
      throw AdminQuery.foreignCursor();
    }
  }
}
