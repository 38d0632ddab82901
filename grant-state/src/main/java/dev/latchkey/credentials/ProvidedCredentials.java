package dev.latchkey.credentials;

import io.quarkus.credentials.CredentialsProvider;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** As a provider says that was built in, for one that signs tokens of a cloud. */
record ProvidedCredentials(String name, CredentialsProvider provider) implements CredentialSource {

  /** So long before the end of a password the next one is asked for. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  @Override
  public Future<Credentials> read() {
    var answer = Promise.<Credentials>promise();
    provider
        .getCredentialsAsync(name)
        .map(ProvidedCredentials::credentials)
        .subscribe()
        .with(answer::complete, answer::fail);
    return answer.future();
  }

  @Override
  public boolean mayHaveChanged(Credentials last) {
    var until = last.until();
    return until != null && !Instant.now().isBefore(until.minus(AHEAD));
  }

  private static Credentials credentials(Map<String, String> told) {
    var until = told.get(CredentialsProvider.EXPIRATION_TIMESTAMP_PROPERTY_NAME);
    return new Credentials(
        told.get(CredentialsProvider.USER_PROPERTY_NAME),
        told.get(CredentialsProvider.PASSWORD_PROPERTY_NAME),
        until == null ? null : Instant.parse(until));
  }
}
