package dev.latchkey.authz.authorize;

import dev.latchkey.authz.registry.Client;

/**
 * What a device asks for, as far as its client may have it.
 *
 * @param address its network address, as we saw it
 */
record Wish(Client client, AccessRequest access, String address) {}
