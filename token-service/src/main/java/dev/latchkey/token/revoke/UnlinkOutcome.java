package dev.latchkey.token.revoke;

/** What became of unlinking by a filter. */
public sealed interface UnlinkOutcome {

  /**
   * It was done, as far as one call goes.
   *
   * @param matching how many devices were linked and matched when it began
   * @param unlinked how many this call unlinked; fewer than that match if there are too many for
   *     one call, or if they were unlinked or seen meanwhile
   * @param more whether some are left for another call
   */
  record Unlinked(long matching, int unlinked, boolean more) implements UnlinkOutcome {}

  /**
   * More devices match than the administrator knows of; nothing was done.
   *
   * @param matching how many
   */
  record MoreThanKnown(long matching) implements UnlinkOutcome {}
}
