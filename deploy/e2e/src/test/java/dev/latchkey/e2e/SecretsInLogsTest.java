package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs after all other tests, whose secrets it looks for in the logs of the whole run. */
@ExtendWith(Latchkey.class)
@Isolated
@Order(Integer.MAX_VALUE)
class SecretsInLogsTest {

  private static final List<String> SERVICES =
      List.of("device-authz-service.log", "token-service.log", "verification-ui.log");

  @Test
  void noLogOfTheRunHoldsASecret(LocalSystem system, Tv tv) throws Exception {
    // Given
    aDevicesLife(tv);
    aPasskeysLife(tv, system);
    new ProvingDevice(Nimbus.of(system.url()), Tv.CLIENT).signIn();
    system.secrets().forEach(secret -> Secrets.note("secret of the system", secret));
    Secrets.JWTS.forEach(start -> Secrets.note("JWT", start));

    // When: what services say at their end counts too.
    system.close();

    // Then
    assertThat(Secrets.noted().values())
        .contains("access_token", "refresh_token", "id_token", "device_code", "user_code")
        .contains("code_verifier", "DPoP", "Authorization", "password", "cookie", "confirmed")
        .contains("csrf", "mark", "attestation", "signature", "client_data")
        .contains("secret of the system");
    assertThat(SERVICES).allMatch(log -> isChatty(system.logs().resolve(log)));
    assertThat(new LogSearch(Secrets.noted()).in(system.logs())).isEmpty();
  }

  /** So that there is something to find when this test runs alone. */
  private static void aDevicesLife(Tv tv) {
    var verifier = CodeVerifier.random();
    var codes = tv.start(Tv.CLIENT, Tv.SCOPE, verifier.challenge());
    var alice = Phone.ofAlice();
    alice.open(codes.page().resolve("/device/qr/" + codes.userCode() + ".svg"));
    alice.approve(codes.completePage());
    var tokens = tv.poll(codes, Tv.CLIENT, verifier.parameter());
    tv.userinfo(tokens.accessToken());
    Api.ofTheTv(tv).introspect(tokens.accessToken());
    tv.revoke(tv.refresh(tokens.refreshToken()).refreshToken());
  }

  private static void aPasskeysLife(Tv tv, LocalSystem system) {
    try (var chromium = new Chromium()) {
      var visitor = new Visitor(chromium.page("en"), system.url());
      AccountScenes.passkeys(visitor, tv, system);
      visitor.page().locator("form[action='/logout'] button").click();
      visitor.opens(tv.start("calm-tv", "openid watch").completePage()).decides("continue");
      visitor.page().locator("form.passkey button").click();
      visitor.decides("approve");
      visitor.page().waitForURL("**/device/done?*");
    }
  }

  private static boolean isChatty(Path log) {
    try {
      var text = Files.readString(log, ISO_8859_1);
      return text.contains(" DEBUG ") && text.contains("[io.quarkus.http.access-log]");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
