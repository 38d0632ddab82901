package dev.latchkey.token.refresh;

import dev.latchkey.token.client.Client;
import dev.latchkey.token.device.LinkedDevice;

/**
 * What holds for the refresh tokens of one device, by its client and its key.
 *
 * @param keyBound whether they are good only with a proof by the device's DPoP key, which a thief
 *     of the token lacks
 * @param rotates false if the device keeps one token for good
 */
record FamilyRules(boolean keyBound, boolean rotates) {

  static FamilyRules of(Client client, LinkedDevice device) {
    // RFC 9449 section 5: refresh tokens of confidential clients are bound by authentication alone.
    var keyBound = client.isPublic() && device.dpopThumbprint() != null;
    // A token that nothing but its text protects rotates, whatever is registered (RFC 9700, 4.14).
    var bare = client.isPublic() && !keyBound;
    return new FamilyRules(keyBound, bare || client.refresh().rotates());
  }
}
