package dev.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.LocalSystem;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client demands of whoever approves its devices, from the device to the page and back. */
@ExtendWith(Latchkey.class)
class TrustTest {

  private static final String USERNAME = "carol";
  private static final String PASSWORD = "christmas-carol";
  private static final String SCOPE = "openid watch";
  private static final Map<String, String> BY_NUMBER = Map.of("confirmation", "number");

  private static final Chromium CHROMIUM = new Chromium();

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  @Test
  void theNumberOnThePageBringsTheTokens(Tv tv) {
    // Given
    var device = tv.of("matching-tv");
    var codes = device.start("matching-tv", SCOPE, BY_NUMBER);
    var visitor = approves(tv, codes);
    var number = visitor.page().locator(".number").textContent();

    // When
    var waiting = device.poll(codes);
    var granted = device.poll(codes, "matching-tv", Map.of("confirmation_number", number));

    // Then
    assertThat(waiting.error()).isEqualTo("authorization_pending");
    assertThat(waiting.body()).containsEntry("confirmation_required", true);
    assertThat(granted.hasTokens()).isTrue();
    visitor.page().reload();
    assertThat(visitor.page().locator("h1")).hasText("You are all set");
  }

  @Test
  void threeWrongNumbersEndIt(Tv tv) {
    // Given
    var device = tv.of("matching-tv");
    var codes = device.start("matching-tv", SCOPE, BY_NUMBER);
    var number = approves(tv, codes).page().locator(".number").textContent();
    var wrong = new WrongNumbers(number);

    // When
    var first = device.poll(codes, "matching-tv", wrong.next());
    device.poll(codes, "matching-tv", wrong.next());
    var last = device.poll(codes, "matching-tv", wrong.next());

    // Then
    assertThat(first.body()).containsEntry("confirmation_wrong", true);
    assertThat(last.error()).isEqualTo("access_denied");
    var late = device.poll(codes, "matching-tv", Map.of("confirmation_number", number));
    assertThat(late.error()).isEqualTo("access_denied");
  }

  @Test
  void aClientThatDemandsTheNumberCannotStartWithoutIt(Tv tv) {
    // When
    var answer = tv.of("matching-tv").ask(SCOPE);

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalid_request");
  }

  @Test
  void aCodeThatHasToBeTypedIsNotTakenFromALink(Tv tv) {
    // Given
    var codes = tv.of("typed-tv").start("typed-tv", SCOPE);
    var visitor = visitor(tv).opens("/device?user_code=" + codes.userCode());
    assertThat(codes.body()).doesNotContainKey("verification_uri_complete");
    assertThat(visitor.page().locator("#user_code")).hasValue("");

    // When
    visitor.types(codes.userCode());

    // Then
    assertThat(visitor.page().locator("h1")).containsText("TV with a typed code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"office-printer", "staff-kiosk"})
  void whoDoesNotMeetTheDemandsApprovesNothing(String client, Tv tv) {
    // Given
    var device = tv.of(client);
    var codes = device.start(client, SCOPE);

    // When
    var visitor =
        visitor(tv).opens("/login").signsIn(USERNAME, PASSWORD).opens(codes.completePage());

    // Then
    assertThat(visitor.page().locator("button[value=approve], button[value=continue]")).hasCount(0);
    assertThat(device.poll(codes).error()).isEqualTo("authorization_pending");
  }

  @Test
  void aDeviceOfTheHouseIsConfirmedAndNoMore(Tv tv) {
    // Given
    var device = tv.of("first-party-tv");
    var codes = device.start("first-party-tv", SCOPE);
    var visitor = visitor(tv).opens("/login").signsIn(USERNAME, PASSWORD);

    // When
    visitor.opens(codes.completePage()).decides("approve");

    // Then
    assertThat(visitor.page().locator("h1")).hasText("You are all set");
    assertThat(device.poll(codes).hasTokens()).isTrue();
  }

  @Test
  void aDeviceThatWantsAFreshSignInGetsOne(Tv tv, LocalSystem system) {
    // Given: somebody who signed in a minute before the device asked.
    var visitor = visitor(tv).opens("/login").signsIn(USERNAME, PASSWORD);
    var codes = tv.start(Tv.CLIENT, SCOPE, Map.of("max_age", "0"));
    codes.age(system, Duration.ofMinutes(-1));
    visitor.opens(codes.completePage());

    // When
    visitor.decides("continue");

    // Then
    assertThat(visitor.page().locator("#password")).isVisible();
    codes.age(system, Duration.ofMinutes(1));
    visitor.signsIn(USERNAME, PASSWORD);
    assertThat(visitor.page().locator("#password")).hasCount(0);
  }

  @Test
  void whoDidNotStartItEndsIt(Tv tv) {
    // Given
    var codes = tv.start();

    // When
    var visitor = visitor(tv).opens(codes.completePage()).decides("disown");

    // Then
    assertThat(visitor.page().locator(".advice li").first()).isVisible();
    assertThat(tv.poll(codes).error()).isEqualTo("access_denied");
  }

  /** Two digits each that are not the right ones. */
  private static final class WrongNumbers {

    private int next;

    WrongNumbers(String right) {
      next = Integer.parseInt(right);
    }

    Map<String, String> next() {
      next = (next + 1) % 100;
      return Map.of("confirmation_number", "%02d".formatted(next));
    }
  }

  private static Visitor approves(Tv tv, Tv.Codes codes) {
    var visitor =
        visitor(tv).opens("/login").signsIn(USERNAME, PASSWORD).opens(codes.completePage());
    if (visitor.page().locator("button[name=decision][value=approve]").count() == 0) {
      visitor.decides("continue");
    }
    return visitor.decides("approve");
  }

  private static Visitor visitor(Tv tv) {
    return new Visitor(CHROMIUM.page("en"), tv.wire().origin());
  }
}
