package dev.latchkey.chaos.book;

/**
 * What PostgreSQL says of a redeemed grant.
 *
 * @param device the linked device
 * @param revoked whether its tokens are not refreshed any more
 */
public record Fence(String device, boolean revoked) {}
