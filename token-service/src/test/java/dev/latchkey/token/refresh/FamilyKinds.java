package dev.latchkey.token.refresh;

import dev.latchkey.oauth.client.SecretHash;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;

/** Clients whose refresh tokens live otherwise than the usual ones. */
final class FamilyKinds {

  static final String KEEPER = "keeper";
  static final String SHORT_LIVED = "short-lived";
  static final String KEEPS_IN_VAIN = "keeps-in-vain";

  private FamilyKinds() {}

  static void moveIn(RealStores stores) {
    Neighbours.moveIn(stores);
    Neighbours.run(
        stores,
        """
        insert into registry.client (client_id, token_endpoint_auth_method, secret_hash, grant_types,
            refresh_rotation, refresh_idle_lifetime, refresh_absolute_lifetime)
          values
            ('keeper', 'client_secret_post', '%s', 'refresh_token', false, null, null),
            ('keeps-in-vain', 'none', null, 'refresh_token', false, null, null),
            ('short-lived', 'none', null, 'refresh_token', true, %d, %d)
          on conflict do nothing
        """
            .formatted(
                SecretHash.of(Neighbours.SECRET).encoded(),
                FamilyTwin.SHORT_IDLE * 1000L,
                FamilyTwin.SHORT_LIFE * 1000L));
  }
}
