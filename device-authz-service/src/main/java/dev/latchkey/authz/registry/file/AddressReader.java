package dev.latchkey.authz.registry.file;

import dev.latchkey.oauth.origin.Loopback;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Reads the address of somebody's server. It is https; plain HTTP is for a developer's own machine.
 */
final class AddressReader {

  private final FieldRules fields;
  private final boolean plainAllowed;

  AddressReader(FieldRules fields, boolean plainAllowed) {
    this.fields = fields;
    this.plainAllowed = plainAllowed;
  }

  URI read(String field, String written) {
    URI uri;
    try {
      uri = new URI(written);
    } catch (URISyntaxException e) {
      throw fields.invalid(field, "is no address");
    }
    var scheme = String.valueOf(uri.getScheme());
    var host = String.valueOf(uri.getHost());
    fields.check(
        scheme.equals("https") || (plainAllowed && scheme.equals("http") && Loopback.isHost(host)),
        field,
        "is no https address");
    fields.check(
        uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null,
        field,
        "has no host, or a user or fragment");
    return uri;
  }
}
