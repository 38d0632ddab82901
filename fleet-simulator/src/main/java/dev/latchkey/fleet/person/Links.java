package dev.latchkey.fleet.person;

import java.net.URI;

/** Where links and forms lead, as browsers read them. */
final class Links {

  private Links() {}

  /**
   * A reference on that page. One that is a query alone keeps the whole path (RFC 3986 section
   * 5.2.2), of which {@link URI#resolve} drops the last segment.
   */
  static URI resolve(URI page, String reference) {
    if (reference.isEmpty()) {
      return page;
    }
    return reference.startsWith("?") ? URI.create(bare(page) + reference) : page.resolve(reference);
  }

  /** A form of method GET puts its fields in the place of what query its action has. */
  static URI query(URI action, String fields) {
    return URI.create(bare(action) + "?" + fields);
  }

  private static String bare(URI address) {
    var path = address.getRawPath();
    return address.getScheme()
        + "://"
        + address.getRawAuthority()
        + (path == null || path.isEmpty() ? "/" : path);
  }
}
