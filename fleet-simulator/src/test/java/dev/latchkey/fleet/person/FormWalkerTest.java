package dev.latchkey.fleet.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FormWalkerTest {

  private static final String CONFIRM =
      """
      <form class="passkey" method="post" action="/login/passkey" hidden><button>Continue with a passkey</button></form>
      <form method="post" action="/logout"><button>Sign out</button></form>
      <form method="post" action="/device/confirm"><input type="hidden" name="grant" value="g">
      <input type="checkbox" name="remember" checked><input type="checkbox" name="other" value="x">
      <select name="until"><option value="1">a</option><option value="2" selected>b</option></select>
      <input name="off" value="x" disabled>
      <button name="decision" value="deny">Deny</button>
      <button name="decision" value="approve">Approve</button></form>
      """;

  private static final String SIGN_IN =
      """
      <form method="post" action="/login"><input type="hidden" name="to" value="/device">
      <input name="user" type="email"><input name="word" type="password"><button>Go</button></form>
      """;

  private final FormWalker walker = walker(Wish.APPROVE);

  @Test
  void pressesTheButtonThatFitsTheWishWithAllThatAForm() {
    // When
    var form = walker.next(page(CONFIRM));

    // Then
    assertThat(form)
        .hasValue(
            new PageForm(
                URI.create("http://localhost/device?x=y"),
                URI.create("http://localhost/device/confirm"),
                true,
                Map.of("grant", "g", "remember", "on", "until", "2", "decision", "approve")));
  }

  @Test
  void deniesIfThatIsTheWish() {
    // When
    var form = walker(Wish.DENY).next(page(CONFIRM));

    // Then
    assertThat(form.orElseThrow().fields()).containsEntry("decision", "deny");
  }

  @Test
  void signsInByTheFieldsOfTheForm() {
    // When
    var form = walker.next(page(SIGN_IN));

    // Then
    assertThat(form.orElseThrow().fields())
        .isEqualTo(Map.of("to", "/device", "user", "alice", "word", "wonderland"));
  }

  @Test
  void doesNotTryAPasswordTwice() {
    // Given
    walker.next(page(SIGN_IN));

    // Then
    assertThatThrownBy(() -> walker.next(page(SIGN_IN))).isInstanceOf(WalkException.class);
  }

  @Test
  void typesTheCodeWhereOneIsAskedFor() {
    // When
    var form =
        walker.next(
            page(
                "<form action='/device'><input name='user_code'><button>Continue</button></form>"));

    // Then
    assertThat(form.orElseThrow().fields()).isEqualTo(Map.of("user_code", "WDJB-MJHT"));
    assertThat(form.orElseThrow().posts()).isFalse();
  }

  @Test
  void knowsTheFieldOfTheCodeInAnySpelling() {
    // When
    var form = walker.next(page("<form><input name='userCode'><button>Continue</button></form>"));

    // Then
    assertThat(form.orElseThrow().fields()).isEqualTo(Map.of("userCode", "WDJB-MJHT"));
  }

  @Test
  void isDoneWhereNothingIsLeftToPress() {
    // When
    var form =
        walker.next(page("<form method=post action=/logout><button>Sign out</button></form>"));

    // Then
    assertThat(form).isEmpty();
  }

  @Test
  void goesToAgreedHostsOnly() {
    // Given
    var hosts = new AllowedHosts(Set.of("id.example.com"));

    // Then
    assertThat(hosts.allow(URI.create("https://id.example.com/device"))).isTrue();
    assertThat(hosts.allow(URI.create("http://127.0.0.1:8080/device"))).isTrue();
    assertThat(hosts.allow(URI.create("https://example.com/device"))).isFalse();
    assertThat(hosts.allow(URI.create("http://localhost.example.com/"))).isFalse();
    assertThat(hosts.allow(URI.create("file:///etc/passwd"))).isFalse();
  }

  private static FormWalker walker(Wish wish) {
    return new FormWalker(new Account("alice", "wonderland"), wish, "WDJB-MJHT");
  }

  private static Document page(String html) {
    return Jsoup.parse(html, "http://localhost/device?x=y");
  }
}
