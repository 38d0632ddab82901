package dev.latchkey.credentials;

import io.quarkus.credentials.CredentialsProvider;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the settings say that credentials are. */
final class CredentialSources {

  private static final String PREFIX = "latchkey.redis.credentials.";

  private CredentialSources() {}

  /** Empty without any settings; refuses those that contradict each other. */
  static Optional<CredentialSource> of(
      Vertx vertx, CredentialsConfig config, Function<String, CredentialsProvider> providers) {
    refuseBoth("user", config.user(), "user-file", config.userFile());
    refuseBoth("password", config.password(), "password-file", config.passwordFile());
    var named = config.user().isPresent() || config.userFile().isPresent();
    var known = config.password().isPresent() || config.passwordFile().isPresent();
    if (config.provider().isPresent()) {
      if (named || known) {
        throw new IllegalArgumentException(PREFIX + "provider says both user and password");
      }
      return config.provider().map(name -> new ProvidedCredentials(name, providers.apply(name)));
    }
    if (named && !known) {
      throw new IllegalArgumentException(PREFIX + "user needs a password or a password-file");
    }
    if (config.userFile().isPresent() && config.password().isPresent()) {
      throw new IllegalArgumentException(PREFIX + "user-file needs a password-file");
    }
    var user = config.user().orElse(null);
    Stream<CredentialSource> files =
        config.passwordFile().stream()
            .map(file -> new FileCredentials(vertx, user, config.userFile(), file));
    Stream<CredentialSource> settings =
        config.password().stream()
            .map(password -> new FixedCredentials(new Credentials(user, password, null)));
    return Stream.concat(files, settings).findFirst();
  }

  private static void refuseBoth(String one, Optional<?> first, String other, Optional<?> second) {
    if (first.isPresent() && second.isPresent()) {
      throw new IllegalArgumentException(PREFIX + one + " and " + other + " exclude each other");
    }
  }
}
