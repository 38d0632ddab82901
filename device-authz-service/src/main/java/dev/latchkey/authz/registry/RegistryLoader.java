package dev.latchkey.authz.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.authz.audit.Audit;
import dev.latchkey.authz.registry.file.Fingerprint;
import dev.latchkey.authz.registry.file.InvalidRegistryException;
import dev.latchkey.authz.registry.file.RegistryReader;
import dev.latchkey.authz.registry.file.SecretSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the declarative file at start and again whenever it, or a secret that it refers to, has
 * changed. An invalid file changes nothing; only a service that has never had a registry does not
 * start with one.
 */
@ApplicationScoped
class RegistryLoader {

  private final Optional<Path> file;
  private final SecretSource secrets;
  private final RegistryReconciler reconciler;
  private final Audit audit;

  /** What the tables say. */
  private volatile @Nullable Fingerprint stored;

  /** What was wrong with the file last time, so that it is logged once. */
  private volatile @Nullable String mistake;

  RegistryLoader(
      RegistryConfig config, SecretSource secrets, RegistryReconciler reconciler, Audit audit) {
    this.file = config.file();
    this.secrets = secrets;
    this.reconciler = reconciler;
    this.audit = audit;
  }

  void start(@Observes StartupEvent event) {
    try {
      load();
    } catch (InvalidRegistryException e) {
      if (await(reconciler::isEmpty)) {
        throw e;
      }
      complain(e);
    }
  }

  @Scheduled(
      every = "${latchkey.registry.check-every}",
      delayed = "5s",
      concurrentExecution = ConcurrentExecution.SKIP)
  void check() {
    try {
      load();
    } catch (InvalidRegistryException e) {
      complain(e);
    } catch (RuntimeException e) {
      // Not the file's fault: it is looked at again next time.
      Log.warnf("the registry file could not be taken over yet: %s", e.getMessage());
    }
  }

  private void load() {
    if (file.isEmpty()) {
      return;
    }
    var text = text(file.get());
    var declaration = RegistryReader.read(text, secrets);
    mistake = null;
    var fingerprint = Fingerprint.of(text, declaration);
    if (fingerprint.equals(stored)) {
      return;
    }
    var change = await(() -> reconciler.reconcile(declaration));
    stored = fingerprint;
    Log.infof(
        "registry: %d APIs and %d clients declared",
        declaration.apis().size(), declaration.clients().size());
    if (change.isAny()) {
      audit.registryChanged(change);
    }
  }

  private void complain(InvalidRegistryException e) {
    var message = String.valueOf(e.getMessage());
    if (!message.equals(mistake)) {
      mistake = message;
      Log.errorf("the registry file is invalid, the old state stays: %s", message);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new InvalidRegistryException(file + " cannot be read", e);
    }
  }

  private static <T> T await(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the registry could not be stored", e);
    }
  }
}
