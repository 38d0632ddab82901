package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import dev.latchkey.local.ServiceProcess;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing keys change under load, and nobody notices. */
@ExtendWith(Latchkey.class)
class KeyRotationTest {

  private static final Duration ROTATION = Duration.ofSeconds(30);
  private static final Duration PACE = Duration.ofMillis(500);

  private final Set<String> kids = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<String> minted = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> unverified = new ConcurrentLinkedQueue<>();

  @Test
  void everyTokenVerifiesDuringTwoFullRotations(LocalSystem system, ServiceProcess another, Tv tv)
      throws Exception {
    // Given
    var own = new Tv(URI.create("http://127.0.0.1:" + system.part(Part.TOKEN).port()));
    var fleet = Fleet.of(4, tv, own, tv.at(another.url()));
    var verifier = new CachingVerifier(tv.wire());
    var administrator = new Api(own.wire(), "admin-cli", "admin-secret-for-tests-only");

    // When
    fleet.refreshEvery(
        PACE,
        () -> {
          verifyUntil(1, fleet, verifier);
          administrator.rotateKeys();
          verifyUntil(2, fleet, verifier);
          administrator.rotateKeys();
          verifyUntil(3, fleet, verifier);
        });

    // Then
    assertThat(fleet.failures()).isEmpty();
    assertThat(unverified).isEmpty();
    assertThat(kids).hasSizeGreaterThanOrEqualTo(3);
    assertThat(minted).hasSizeGreaterThan(40).allMatch(verifier::verifies);
  }

  /** Verifies each token as it comes, until that many keys have signed. */
  private void verifyUntil(int keys, Fleet fleet, CachingVerifier verifier) {
    await()
        .atMost(ROTATION)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              for (var answer = fleet.answers().poll();
                  answer != null;
                  answer = fleet.answers().poll()) {
                verify(answer, verifier);
              }
              return kids.size() >= keys;
            });
  }

  private void verify(Answer answer, CachingVerifier verifier) throws ParseException {
    var token = answer.accessToken();
    var kid = SignedJWT.parse(token).getHeader().getKeyID();
    if (!verifier.verifies(token)) {
      unverified.add(kid);
    }
    kids.add(kid);
    minted.add(token);
  }
}
