package dev.latchkey.ui.account;

import dev.latchkey.oauth.registry.UserRules;
import dev.latchkey.oauth.store.CallerContext;
import dev.latchkey.ui.page.BusyException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with Argon2id, on threads of its own: a hash takes longer than an event loop can
 * spare, and a bounded number of them bounds the memory.
 */
@ApplicationScoped
class Passwords {

  /** Longer input is no password. */
  static final int LONGEST = UserRules.LONGEST_PASSWORD;

  private final ExecutorService workers;
  private final String nobodysHash = Argon2id.ofNobody().phc();

  Passwords(PasswordConfig config) {
    var threads = Thread.ofPlatform().name("password-", 0).daemon().factory();
    var pool =
        new ThreadPoolExecutor(
            config.parallel(),
            config.parallel(),
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(config.waiting()),
            threads);
    pool.allowCoreThreadTimeOut(true);
    this.workers = pool;
  }

  /** Blocks for as long as a hash takes. */
  static String hash(String password) {
    return Argon2id.of(normal(password)).phc();
  }

  /** Blocks for as long as a hash takes. */
  static boolean isHashOf(String password, String hash) {
    return Argon2id.parse(hash).isOf(normal(password));
  }

  /**
   * Compares on a worker, and answers on the caller's context. Fails with {@link BusyException}
   * when too many wait for their turn.
   */
  Uni<Boolean> matches(String password, String hash) {
    return work(() -> isHashOf(password, hash));
  }

  /** Hashes on a worker, likewise. */
  Uni<String> hashed(String password) {
    return work(() -> hash(password));
  }

  private <T> Uni<T> work(Supplier<T> work) {
    return CallerContext.answers(
        Uni.createFrom()
            .item(work)
            .runSubscriptionOn(workers)
            .onFailure(RejectedExecutionException.class)
            .transform(full -> new BusyException("too many passwords to check", full)));
  }

  /** Takes as long as comparing does, so that nobody can tell which accounts there are. */
  Uni<Boolean> matchesNobodys(String password) {
    return matches(password, nobodysHash).replaceWith(false);
  }

  /** Keyboards differ in how they compose an é (RFC 8265 section 4.2). */
  static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  @PreDestroy
  void stop() {
    workers.shutdownNow();
  }
}
