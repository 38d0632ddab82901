package dev.latchkey.token.revoke;

import dev.latchkey.token.device.DeviceRecord;
import java.util.List;

/**
 * What unlinking by a filter would do.
 *
 * @param matching how many devices are linked and match
 * @param sample the first of them
 */
public record UnlinkPreview(long matching, List<DeviceRecord> sample) {

  public UnlinkPreview {
    sample = List.copyOf(sample);
  }
}
