package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.UserCode;
import dev.latchkey.session.EnteredCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class TypedCodesTest {

  private static final EnteredCode CODE = new EnteredCode(new UserCode("WDJBMJHT"), true);

  private final Pod pod;
  private final BrowserId browser = new BrowserId(UUID.randomUUID().toString());

  TypedCodesTest(Topology topology) {
    pod = Pod.of(topology);
  }

  @Test
  void theLastCodeIsKeptAndTakenOnce() {
    // Given
    answer(pod.typedCodes.keep(browser, new EnteredCode(new UserCode("BCDFGHJK"), false)));
    answer(pod.typedCodes.keep(browser, CODE));

    // When
    var first = answer(pod.typedCodes.take(browser));
    var second = answer(pod.typedCodes.take(browser));

    // Then
    assertThat(first).contains(CODE);
    assertThat(second).isEmpty();
  }

  @Test
  void oneThatCameWithALinkIsNotTakenForTyped() {
    // Given
    var linked = new EnteredCode(new UserCode("WDJBMJHT"), false);
    answer(pod.typedCodes.keep(browser, linked));

    // When
    var kept = answer(pod.typedCodes.take(browser));

    // Then
    assertThat(kept).contains(linked);
  }

  @Test
  void anotherBrowserHasNone() {
    // Given
    answer(pod.typedCodes.keep(browser, CODE));

    // When
    var others = answer(pod.typedCodes.take(new BrowserId("another")));

    // Then
    assertThat(others).isEmpty();
  }
}
