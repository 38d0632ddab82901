package dev.latchkey.token;

/** The example of appendix B of RFC 7636. */
public final class Rfc7636 {

  public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private Rfc7636() {}
}
