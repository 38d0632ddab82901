package dev.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredTicket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** My devices, in a real browser, with a real token-service behind it. */
@ExtendWith(Latchkey.class)
class DevicesTest {

  private static final Chromium CHROMIUM = new Chromium();

  private final LocalSystem system;

  /** Each test's device is known by its name. */
  private final String name = "TV " + UUID.randomUUID().toString().substring(0, 8);

  DevicesTest(LocalSystem system) {
    this.system = system;
  }

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  @Test
  void aPersonNamesADeviceAndUnlinksIt(Tv tv) {
    // Given
    var tokens = linkedByFay(tv);
    var fay = fay();
    assertThat(fay.heading()).hasText("Your devices");
    follows(fay, name);
    fay.page().getByLabel("Your name for this device").fill("Attic " + name);
    fay.presses("Save name");
    follows(fay, "Attic " + name);

    // When
    fay.presses("Unlink this device");

    // Then
    assertThat(fay.page().getByRole(AriaRole.STATUS)).hasText("The device was unlinked.");
    assertThat(link(fay, "Attic " + name)).hasCount(0);
    assertThat(tv.refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
    assertThat(tv.userinfo(tokens.accessToken()).status()).isEqualTo(401);
  }

  @Test
  void aDeviceThatNobodyLinkedEndsAtOnceAndThePageSaysWhatToDo(Tv tv) {
    // Given
    var tokens = linkedByFay(tv);
    var fay = fay();
    follows(fay, name);

    // When
    fay.presses("This was not me");

    // Then
    assertThat(fay.heading()).hasText("The device was unlinked");
    assertThat(fay.page().locator("main")).containsText("Change your password");
    assertThat(tv.refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
  }

  @Test
  void nobodyElseUnlinksIt(Tv tv, Tables tables) {
    // Given
    var fays = linkedByFay(tv);
    var guss = linked(tv, Phone.of("gus", "owner-of-nothing"), "Gus's " + name);
    var gus = CHROMIUM.person().opens(devices()).signsIn("gus", "owner-of-nothing");
    follows(gus, "Gus's " + name);
    gus.page()
        .evaluate(
            "id => document.querySelectorAll('form').forEach("
                + "form => form.setAttribute('action', form.getAttribute('action')"
                + ".replace(/[0-9a-f-]{36}/, id)))",
            id(tables));

    // When
    gus.presses("Unlink this device");

    // Then
    assertThat(gus.heading()).hasText("This device is not linked");
    assertThat(tv.refresh(fays.refreshToken()).hasTokens()).isTrue();
    assertThat(tv.refresh(guss.refreshToken()).hasTokens()).isTrue();
  }

  @Test
  void aForgedTicketIsRefused(Tv tv) {
    // Given
    var tokens = linkedByFay(tv);

    // When
    var answer = show("A".repeat(43));

    // Then
    assertThat(answer.status()).isEqualTo(403);
    assertThat(tv.refresh(tokens.refreshToken()).hasTokens()).isTrue();
  }

  @Test
  void aTicketWorksOnce(Tv tv, Tables tables) {
    // Given
    linkedByFay(tv);
    var ticket = ticket(tables);
    var first = show(ticket);

    // When
    var second = show(ticket);

    // Then
    assertThat(first.status()).isEqualTo(204);
    assertThat(second.status()).isEqualTo(403);
  }

  @Test
  void noTicketWorksFromOutside(Tv tv, Tables tables) throws Exception {
    // Given
    var tokens = linkedByFay(tv);
    var ticket = ticket(tables);

    // When
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(system.url().resolve("/internal/devices"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("ticket=" + ticket))
                    .build(),
                BodyHandlers.discarding());

    // Then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(tv.refresh(tokens.refreshToken()).hasTokens()).isTrue();
  }

  private Answer linkedByFay(Tv tv) {
    return linked(tv, Phone.of("fay", "tidier-of-devices"), name);
  }

  private static Answer linked(Tv tv, Phone person, String called) {
    var codes = tv.start(Tv.CLIENT, Tv.SCOPE, Map.of("device_name", called));
    person.approve(codes.completePage());
    return tv.poll(codes);
  }

  private Person fay() {
    return CHROMIUM.person().opens(devices()).signsIn("fay", "tidier-of-devices");
  }

  private URI devices() {
    return system.url().resolve("/devices");
  }

  private static Locator link(Person person, String called) {
    return person
        .page()
        .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(called).setExact(true));
  }

  private static void follows(Person person, String called) {
    link(person, called).click();
    assertThat(person.heading()).hasText(called);
  }

  private String id(Tables tables) {
    return tables.value("select id::text from issued.linked_device where device_name = ?", name);
  }

  /** To unlink the device, written as verification-ui would. */
  private String ticket(Tables tables) {
    var subject =
        tables.value("select subject::text from issued.linked_device where device_name = ?", name);
    return StoredTicket.of(UUID.fromString(subject), "unlink", UUID.fromString(id(tables)))
        .save(RedisStore.at(system.redisUri()));
  }

  private Answer show(String ticket) {
    var tokenService = URI.create("http://127.0.0.1:" + system.part(Part.TOKEN).port());
    return new Wire(tokenService).post("/internal/devices", Map.of("ticket", ticket));
  }
}
