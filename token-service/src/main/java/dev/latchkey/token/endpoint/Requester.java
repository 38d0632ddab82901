package dev.latchkey.token.endpoint;

import dev.latchkey.token.client.Client;
import java.util.Optional;

/**
 * Who asks for tokens, once that is certain.
 *
 * @param dpopThumbprint the key that signed the request's proof, if it has one
 */
record Requester(Client client, Optional<String> dpopThumbprint) {}
