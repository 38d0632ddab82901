package dev.latchkey.grant;

import io.smallrye.mutiny.Uni;

/** The device-authz service's view of the shared grants: it can create them, and nothing else. */
public interface GrantIssuance {

  /**
   * Stores a pending grant under fresh codes. Fails with {@link GrantStoreException} when Redis
   * does; what was half written then expires by itself.
   */
  Uni<CreateOutcome> create(NewGrant grant);

  /**
   * Stores a grant that an operator has approved ahead: the first poll gets its tokens, no page
   * opens it, and no number confirms it. Until its device code is told to the device nobody can
   * redeem it. Fails as {@link #create} does.
   */
  Uni<CreateOutcome> createApproved(NewGrant grant, Approval approval);
}
