package dev.latchkey.credentials;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As files say, which somebody may renew. */
final class FileCredentials implements CredentialSource {

  private final Vertx vertx;
  private final Optional<Path> userFile;
  private final Path passwordFile;
  private final @Nullable String user;

  /**
   * Of which user the file has the password.
   *
   * @param user unless a file says that too
   */
  FileCredentials(Vertx vertx, @Nullable String user, Optional<Path> userFile, Path passwordFile) {
    this.vertx = vertx;
    this.user = user;
    this.userFile = userFile;
    this.passwordFile = passwordFile;
  }

  @Override
  public Future<Credentials> read() {
    return userFile
        .map(this::text)
        .orElseGet(() -> Future.succeededFuture(user))
        .compose(name -> text(passwordFile).map(password -> new Credentials(name, password, null)));
  }

  @Override
  public boolean mayHaveChanged(Credentials last) {
    return true;
  }

  private Future<@Nullable String> text(Path file) {
    return vertx.fileSystem().readFile(file.toString()).map(Buffer::toString).map(String::strip);
  }
}
