package dev.latchkey.oauth.client;

/** What a request shows for being from the client that it names. Never printed. */
public sealed interface Credential {

  /** The method it belongs to. */
  AuthenticationMethod method();

  /** The request only names a client. */
  enum Nothing implements Credential {
    NOTHING;

    @Override
    public AuthenticationMethod method() {
      return AuthenticationMethod.NONE;
    }
  }

  /**
   * A secret that both sides know.
   *
   * @param method where it stands: in the Authorization header, or in the body
   */
  record Secret(AuthenticationMethod method, String value) implements Credential {

    @Override
    public String toString() {
      return "Secret[redacted]";
    }
  }

  /** A statement that the client has signed. */
  record Assertion(ClientAssertion jwt) implements Credential {

    @Override
    public AuthenticationMethod method() {
      return AuthenticationMethod.PRIVATE_KEY_JWT;
    }
  }
}
