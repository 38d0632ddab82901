package dev.latchkey.grant;

import io.smallrye.mutiny.Uni;

/** The device-authz service's view of the shared grants: it can create one, and nothing else. */
public interface GrantIssuance {

  /**
   * Stores a pending grant under fresh codes. Fails with {@link GrantStoreException} when Redis
   * does; what was half written then expires by itself.
   */
  Uni<CreateOutcome> create(NewGrant grant);
}
