package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.audit.Audit;
import dev.latchkey.authz.metrics.RegistryMetrics;
import dev.latchkey.authz.metrics.RegistryMetrics.Failure;
import dev.latchkey.authz.registry.Declaration;
import dev.latchkey.authz.registry.RegistryReconciler;
import dev.latchkey.authz.webhooks.DeclaredWebhooks;
import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the declarative file at start and again whenever it, or a secret that it refers to, has
 * changed. An invalid file changes nothing; only a service that has never had a registry does not
 * start with one. In a dry run no file changes anything.
 */
@ApplicationScoped
class RegistryLoader {

  private final Optional<Path> file;
  private final SecretSource secrets;
  private final SqlGate sql;
  private final RegistryReconciler reconciler;
  private final FileSwitches switches;
  private final DeclaredWebhooks webhooks;
  private final Audit audit;
  private final RegistryMetrics metrics;
  private final RegistryDrift drift;
  private final boolean dryRun;

  /** What the tables say. */
  private volatile @Nullable Fingerprint stored;

  /** What was wrong with the file last time, so that it is logged once. */
  private volatile @Nullable String mistake;

  RegistryLoader(
      RegistryConfig config,
      SecretSource secrets,
      SqlGate sql,
      RegistryReconciler reconciler,
      FileSwitches switches,
      DeclaredWebhooks webhooks,
      Audit audit,
      RegistryMetrics metrics,
      RegistryDrift drift) {
    this.file = config.file();
    this.secrets = secrets;
    this.sql = sql;
    this.reconciler = reconciler;
    this.switches = switches;
    this.webhooks = webhooks;
    this.audit = audit;
    this.metrics = metrics;
    this.drift = drift;
    this.dryRun = config.dryRun();
  }

  void start(@Observes StartupEvent event) {
    try {
      file.ifPresent(BoundedFile::settle);
      load();
    } catch (InvalidRegistryException e) {
      if (await(() -> sql.callInBackground(reconciler::isEmpty))) {
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
    if (file.isPresent() && !BoundedFile.isSettled(file.get(), Instant.now())) {
      return;
    }
    try {
      load();
    } catch (InvalidRegistryException e) {
      complain(e);
    } catch (RuntimeException e) {
      // Not the file's fault: it is looked at again next time.
      metrics.failed(Failure.NOT_STORED);
      Log.warnf("the registry file could not be taken over yet: %s", e.getMessage());
    }
  }

  private void load() {
    if (file.isEmpty()) {
      return;
    }
    var text = BoundedFile.read(file.get());
    var declaration = RegistryReader.read(text, secrets);
    mistake = null;
    metrics.fileIsValid();
    var fingerprint = Fingerprint.of(text, declaration);
    if (!dryRun && !fingerprint.equals(stored)) {
      take(declaration);
      stored = fingerprint;
    } else if (drift.isDue()) {
      compare(declaration);
    }
  }

  private void compare(Declaration declaration) {
    var declared = declaration.switches();
    var switched = await(() -> dryRun ? switches.compare(declared) : switches.unchanged(declared));
    var difference = await(() -> sql.callInBackground(() -> reconciler.compare(declaration)));
    drift.found(difference, switched);
  }

  private void take(Declaration declaration) {
    var declared = declaration.switches();
    // What is to stop stops first, and whatever becomes of the rest.
    await(() -> switches.taking(declared));
    var change = await(() -> sql.callInBackground(() -> reconciler.reconcile(declaration)));
    webhooks.take(declaration.webhooks());
    metrics.reconciled(change);
    Log.infof(
        "registry: %d APIs and %d clients declared",
        declaration.apis().size(), declaration.clients().size());
    if (change.isAny()) {
      Log.infof("registry: %s", change);
      audit.registryChanged(change);
    }
    await(() -> switches.taken(declared));
  }

  private void complain(InvalidRegistryException e) {
    metrics.failed(Failure.INVALID);
    var message = String.valueOf(e.getMessage());
    if (!message.equals(mistake)) {
      mistake = message;
      Log.errorf("the registry file is invalid, the old state stays: %s", message);
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
