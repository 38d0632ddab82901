package dev.latchkey.credentials;

import io.vertx.core.Future;

/** As the settings say. */
record FixedCredentials(Credentials credentials) implements CredentialSource {

  @Override
  public Future<Credentials> read() {
    return Future.succeededFuture(credentials);
  }

  @Override
  public boolean mayHaveChanged(Credentials last) {
    return false;
  }
}
