package dev.latchkey.redis;

import dev.latchkey.replay.ProofNonces;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The nonces of {@code nonce.lua}, remembered for a few seconds so that a proof costs no round trip
 * of its own.
 *
 * <p>What is remembered includes the nonce that will be current next, drawn minutes ahead: no pod
 * can hand out a nonce that another does not know. An unknown nonce is therefore refused without
 * asking Redis, and garbage costs nothing. (If Redis loses the nonces altogether, pods may disagree
 * for as long as they remember; a client is told a nonce again.)
 */
@ApplicationScoped
class RedisProofNonces implements ProofNonces {

  private static final LuaScript NONCE = LuaScript.load("nonce.lua");

  private static final Duration PERIOD = Duration.ofMinutes(5);

  /** Far less than a period: by then every pod has heard of the next nonce. */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final int BYTES = 16;

  private final RedisConnections redis;
  private final LongSupplier nanoTime;
  private final SecureRandom random = new SecureRandom();

  private volatile @Nullable Nonces remembered;

  @Inject
  RedisProofNonces(RedisConnections redis) {
    this(redis, System::nanoTime);
  }

  /** With a clock that only tells how long something is ago. */
  RedisProofNonces(RedisConnections redis, LongSupplier nanoTime) {
    this.redis = redis;
    this.nanoTime = nanoTime;
  }

  @Override
  public Uni<String> current() {
    return nonces().map(Nonces::current);
  }

  @Override
  public Uni<Boolean> accepts(String nonce) {
    return nonces().map(nonces -> nonces.accept(nonce));
  }

  private Uni<Nonces> nonces() {
    return Uni.createFrom()
        .deferred(
            () -> {
              var last = remembered;
              return last != null && isFresh(last) ? Uni.createFrom().item(last) : read();
            });
  }

  private boolean isFresh(Nonces nonces) {
    return nanoTime.getAsLong() - nonces.asked() < REMEMBERED.toNanos();
  }

  private Uni<Nonces> read() {
    // Before the call, so that a slow answer is not taken for a recent one.
    var asked = nanoTime.getAsLong();
    return NONCE
        .run(
            redis, RedisKey.PROOF_NONCES, List.of(draw(), draw(), Long.toString(PERIOD.toMillis())))
        .map(reply -> Nonces.of(reply, asked))
        .invoke(read -> remembered = read);
  }

  private String draw() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What Redis said, and when we asked. */
  private record Nonces(String current, String next, String previous, long asked) {

    static Nonces of(Response reply, long asked) {
      var name = reply.get(0).toString();
      if (!name.equals("NONCES")) {
        throw NONCE.unknownReply(name);
      }
      return new Nonces(
          reply.get(1).toString(), reply.get(2).toString(), reply.get(3).toString(), asked);
    }

    /** Nonces are told to anybody who asks; they are no secrets. */
    boolean accept(String nonce) {
      return !nonce.isEmpty()
          && (nonce.equals(current) || nonce.equals(next) || nonce.equals(previous));
    }
  }
}
