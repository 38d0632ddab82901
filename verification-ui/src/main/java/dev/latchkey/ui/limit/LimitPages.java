package dev.latchkey.ui.limit;

import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;

/** Pages of status 429, which say when to try again, in words and in {@code Retry-After}. */
public final class LimitPages {

  /** RFC 6585 section 4. */
  private static final int TOO_MANY = 429;

  private static final int IN_A_MINUTE = 60;

  private LimitPages() {}

  /** Too many wrong user codes. */
  public static Uni<RestResponse<String>> codes(Duration retryAfter) {
    return page(Pause.CODES, retryAfter, Way.CODE);
  }

  /** The code is looked up when the person has signed in. */
  public static Uni<RestResponse<String>> signInFirst(Duration retryAfter) {
    return page(Pause.SIGN_IN_FIRST, retryAfter, Way.SIGN_IN);
  }

  /** Too many failed sign-ins; {@code again} is the address of the form. */
  public static Uni<RestResponse<String>> passwords(Duration retryAfter, String again) {
    return page(Pause.PASSWORDS, retryAfter, again);
  }

  /** Too much of anything else; {@code again} is where to try again, an address of our own. */
  public static Uni<RestResponse<String>> requests(Duration retryAfter, String again) {
    return page(Pause.REQUESTS, retryAfter, again);
  }

  /** For {@code Retry-After}: whole seconds, rounded up, so that nobody comes too early. */
  public static long seconds(Duration retryAfter) {
    return Math.max(1, Math.ceilDiv(retryAfter.toMillis(), 1000));
  }

  private static Uni<RestResponse<String>> page(Pause pause, Duration retryAfter, String again) {
    var seconds = seconds(retryAfter);
    var minutes = seconds < IN_A_MINUTE ? 0 : Math.ceilDiv(seconds, IN_A_MINUTE);
    var page = new Limited(pause, pause == Pause.SIGN_IN_FIRST, minutes, seconds, again);
    return Page.of(TOO_MANY, page)
        .invoke(answer -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds));
  }
}
