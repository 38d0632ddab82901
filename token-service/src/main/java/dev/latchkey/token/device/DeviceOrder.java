package dev.latchkey.token.device;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;

/**
 * How a list of devices is sorted. In both orders a device stays where it is or leaves the list, so
 * that paging misses none and shows none twice (see {@link DeviceList}).
 */
public enum DeviceOrder {
  /** Linked last comes first. */
  NEWEST("created_at", "desc", "<"),
  /**
   * Not seen for the longest comes first, to the day in UTC; within a day in no order that means
   * anything.
   */
  LEAST_RECENTLY_SEEN("last_seen_day", "asc", ">");

  private final String column;
  private final String direction;
  private final String beyond;

  DeviceOrder(String column, String direction, String beyond) {
    this.column = column;
    this.direction = direction;
    this.beyond = beyond;
  }

  /**
   * Reads the {@link DevicePlace#key} of this order. Fails with {@link java.time.DateTimeException}
   * if it is none.
   */
  public Temporal key(String written) {
    return switch (this) {
      case NEWEST -> OffsetDateTime.parse(written);
      case LEAST_RECENTLY_SEEN -> LocalDate.parse(written);
    };
  }

  /** What it sorts by, before the id. */
  String column() {
    return column;
  }

  String direction() {
    return direction;
  }

  /** How what comes later compares with what comes before. */
  String beyond() {
    return beyond;
  }
}
