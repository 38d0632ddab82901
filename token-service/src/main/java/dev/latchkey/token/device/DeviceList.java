package dev.latchkey.token.device;

import java.time.Instant;

/**
 * A list of devices as it was begun. Who is linked later is not in it; nor is, if it is about not
 * being seen, who is seen later: such a device would turn up again, or for the first time, at the
 * end.
 *
 * @param asOf when it was begun, by PostgreSQL's clock
 */
public record DeviceList(DeviceFilter filter, DeviceOrder order, Instant asOf) {

  public DeviceList {
    filter =
        switch (order) {
          case NEWEST -> filter.linkedBefore(asOf);
          case LEAST_RECENTLY_SEEN -> filter.seenBefore(asOf);
        };
  }
}
