package dev.latchkey.oauth.origin;

/** A public origin for tests of other packages. */
public final class KnownOrigin {

  private KnownOrigin() {}

  public static PublicOrigin of(String publicUrl) {
    return new PublicOrigin(Origins.config(publicUrl));
  }
}
