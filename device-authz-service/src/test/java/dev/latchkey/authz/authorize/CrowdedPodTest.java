package dev.latchkey.authz.authorize;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.stores.RealStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pod with four places, and a store that keeps those who have one waiting. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
@TestProfile(CrowdedPodTest.Small.class)
class CrowdedPodTest {

  private static final int PLACES = 4;

  /** Much less than those wait who have a place: a second, until Redis is given up. */
  private static final Duration AT_ONCE = Duration.ofMillis(400);

  private static final String BODY = "client_id=tv";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject
  @SuppressWarnings("NullAway.Init")
  MeterRegistry meters;

  /** Four places. */
  public static class Small implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("latchkey.overload.in-flight", Integer.toString(PLACES));
    }
  }

  @BeforeEach
  void allIsWell() {
    await().atMost(Duration.ofSeconds(15)).until(() -> status() == 200);
  }

  @AfterEach
  void goesOn() {
    stores.redis().thaw();
  }

  @Test
  void whoHasNoPlaceIsSentAwayAtOnceWhileTheOthersWait() {
    // Given
    stores.redis().freeze();
    var first = Stream.generate(Asked::now).limit(PLACES).toList();
    awaitNoPlace();

    // When
    var more = Stream.generate(Asked::now).limit(20).toList();

    // Then
    assertThat(more).allSatisfy(CrowdedPodTest::isSentAway);
    assertThat(first).noneSatisfy(CrowdedPodTest::isSentAway);
  }

  @Test
  void theyDoNotComeBackAllAtTheSameTime() {
    // Given
    stores.redis().freeze();
    var first = Stream.generate(Asked::now).limit(PLACES).toList();
    awaitNoPlace();

    // When
    Set<String> times = new HashSet<>();
    Stream.generate(Asked::now).limit(40).forEach(asked -> times.add(asked.header("Retry-After")));

    // Then
    assertThat(times).hasSizeGreaterThan(2).isSubsetOf("5", "6", "7", "8", "9");
    first.forEach(Asked::answer);
  }

  @Test
  void thePlacesAreFreeWhenTheStoreIsBack() {
    // Given
    stores.redis().freeze();
    var first = Stream.generate(Asked::now).limit(PLACES).toList();
    awaitNoPlace();

    // When
    stores.redis().thaw();

    // Then
    first.forEach(Asked::answer);
    await().atMost(Duration.ofSeconds(10)).until(() -> status() == 200);
    assertThat(Stream.generate(Asked::now).limit(PLACES).map(Asked::answer))
        .allMatch(answer -> answer.statusCode() == 200);
  }

  @Test
  void thePlacesOfThoseWhoHangUpAreFree() {
    // When / Then: sooner than Redis is given up, which would make them free as well
    assertThat(Stream.generate(this::areFreeInTimeAfterHangingUp).limit(5)).contains(true);
  }

  private boolean areFreeInTimeAfterHangingUp() {
    allIsWell();
    stores.redis().freeze();
    var began = System.nanoTime();
    var connections = Stream.generate(CrowdedPodTest::ask).limit(PLACES).toList();
    await().until(() -> inFlight() == PLACES || isGivenUp(began));
    connections.forEach(CrowdedPodTest::hangUp);
    await().until(() -> inFlight() == 0);
    var inTime = !isGivenUp(began);
    stores.redis().thaw();
    return inTime;
  }

  private static boolean isGivenUp(long began) {
    return System.nanoTime() - began > Duration.ofMillis(900).toNanos();
  }

  private double inFlight() {
    return meters.get("latchkey.requests.in.flight").gauge().value();
  }

  /** Those who have the places leave them after a second: each try brings others. */
  private void awaitNoPlace() {
    await()
        .pollDelay(Duration.ofMillis(50))
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                Stream.generate(Asked::now)
                    .limit(PLACES + 1)
                    .toList()
                    .getLast()
                    .description()
                    .startsWith("The service is busy; try again after"));
  }

  private static void isSentAway(Asked asked) {
    assertThat(asked.answer().statusCode()).isEqualTo(503);
    assertThat(asked.member("error")).isEqualTo("temporarily_unavailable");
    assertThat(asked.description()).startsWith("The service is busy; try again after");
    assertThat(asked.header("Cache-Control")).isEqualTo("no-store");
    assertThat(asked.answeredAfter()).isLessThan(AT_ONCE);
  }

  private static int status() {
    return Asked.now().answer().statusCode();
  }

  private static Socket ask() {
    var head =
        "POST /oauth/device/code HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + BODY.length()
            + "\r\n\r\n";
    try {
      var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
      socket.getOutputStream().write((head + BODY).getBytes(US_ASCII));
      return socket;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void hangUp(Socket connection) {
    try {
      connection.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A request, and what became of it. */
  private static final class Asked {

    private final long startedAt = System.nanoTime();
    private final CompletableFuture<HttpResponse<String>> answer;
    private final CompletableFuture<Long> answeredAt;

    private Asked(CompletableFuture<HttpResponse<String>> answer) {
      this.answer = answer;
      this.answeredAt = answer.thenApply(done -> System.nanoTime());
    }

    static Asked now() {
      var address = URI.create("http://localhost:" + RestAssured.port + "/oauth/device/code");
      var request =
          HttpRequest.newBuilder(address)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(BODY))
              .build();
      return new Asked(HTTP.sendAsync(request, BodyHandlers.ofString()));
    }

    HttpResponse<String> answer() {
      return answer.orTimeout(15, TimeUnit.SECONDS).join();
    }

    String member(String name) {
      return String.valueOf(JsonPath.from(answer().body()).<Object>get(name));
    }

    String description() {
      return member("error_description");
    }

    String header(String name) {
      return String.join(",", List.copyOf(answer().headers().allValues(name)));
    }

    Duration answeredAfter() {
      return Duration.ofNanos(answeredAt.orTimeout(15, TimeUnit.SECONDS).join() - startedAt);
    }
  }
}
