package dev.latchkey.authz.registry;

/**
 * What a new version of the file did to the tables, in entries.
 *
 * @param stopped gone from the file; one that says {@code enabled: false} has changed
 */
public record RegistryChange(int added, int changed, int stopped) {

  public boolean isAny() {
    return added + changed + stopped > 0;
  }

  RegistryChange plus(RegistryChange other) {
    return new RegistryChange(
        added + other.added, changed + other.changed, stopped + other.stopped);
  }
}
