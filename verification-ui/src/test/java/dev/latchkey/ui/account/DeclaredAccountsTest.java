package dev.latchkey.ui.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DeclaredAccountsTest {

  private static final List<DeclaredUser> FILE =
      UsersFile.read(Path.of("src/test/resources/users.yaml"));

  @Inject DeclaredAccounts declared;
  @Inject Accounts accounts;
  @Inject DeclaredPasswords passwords;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @AfterEach
  void backToTheFile() throws Throwable {
    declared.apply(FILE);
  }

  @Test
  void anAccountGoneFromTheFileIsAnsweredLikeAWrongPassword() throws Throwable {
    // Given
    declared.apply(without("carol"));

    // When
    var page = phone.signIn(phone.open("/login"), "carol", "carols-secret");

    // Then
    page.then().statusCode(422).body(containsString("User name or password is wrong"));
  }

  @Test
  void aSessionOfAnAccountThatWasDisabledApprovesNothing() throws Throwable {
    // Given
    var device = Device.asks(stores);
    phone.signIn("carol", "carols-secret");
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    declared.apply(without("carol"));

    // When
    var page = phone.follow(phone.consent(consent, "approve"));

    // Then
    page.then().statusCode(200).body(containsString("Sign in to connect"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void anAccountKeepsItsIdThroughChangesAndAbsence() throws Throwable {
    // Given
    var before = id("carol");
    declared.apply(without("carol"));

    // When
    declared.apply(List.of(new DeclaredUser("CAROL", "new-secret", "Carol C.", null, false)));

    // Then
    assertThat(id("carol")).isEqualTo(before);
    phone.signIn("carol", "new-secret");
  }

  @Test
  void readingTheSameFileAgainChangesNothing() throws Throwable {
    // Given
    var before = row("alice").updatedAt;

    // When
    declared.apply(FILE);

    // Then
    assertThat(row("alice").updatedAt).isEqualTo(before);
  }

  @Test
  void aPasswordOnceCheckedIsKnownAgainWithoutAHash() throws Throwable {
    // Given
    forgetsThePasswordOf("carol");

    // When
    declared.apply(FILE);

    // Then
    assertThat(passwords.isKnown("carols-secret", row("carol"))).isTrue();
    assertThat(passwords.isKnown("carols-secret2", row("carol"))).isFalse();
    assertThat(passwords.isKnown("carols-secret", row("alice"))).isFalse();
  }

  @Test
  void aChangeOfThePepperHasPasswordsCheckedAgain() throws Throwable {
    // Given
    var another =
        new DeclaredPasswords(
            Base64.getEncoder().encodeToString("another pepper, which is as long".getBytes(UTF_8)));

    // When
    var known = another.isKnown("carols-secret", row("carol"));

    // Then
    assertThat(known).isFalse();
  }

  @Test
  void aChangeOfTheHashHasThePasswordCheckedAgain() throws Throwable {
    // Given
    var carol = row("carol");
    carol.declaredPasswordHash = Passwords.hash("carols-secret");

    // When
    var known = passwords.isKnown("carols-secret", carol);

    // Then
    assertThat(known).isFalse();
  }

  @Test
  void aPodThatKnowsNoPasswordYetLeavesThePersonSignedIn() throws Throwable {
    // Given
    forgetsThePasswordOf("carol");
    var before = row("carol");

    // When
    declared.apply(FILE);

    // Then
    assertThat(row("carol").generation).isEqualTo(before.generation);
    assertThat(row("carol").updatedAt).isEqualTo(before.updatedAt);
  }

  @Test
  void aPasswordOfThePersonsOwnStaysUntilTheFilesChanges() throws Throwable {
    // Given
    var own = Passwords.hash("carols-own-secret");
    VertxContextSupport.subscribeAndAwait(
        () -> accounts.put("carol", account -> account.passwordHash = own));
    declared.apply(FILE);
    var kept = row("carol").passwordHash;

    // When
    declared.apply(List.of(new DeclaredUser("carol", "another-secret", "Carol", null, false)));

    // Then
    assertThat(kept).isEqualTo(own);
    phone.signIn("carol", "another-secret");
  }

  @Test
  void withoutAFileNoAccountIsTouched() throws Throwable {
    // Given
    var unconfigured = new DeclaredAccounts(Optional::empty, accounts, passwords);

    // When
    unconfigured.atStart(new StartupEvent());

    // Then
    assertThat(row("carol").disabled).isFalse();
  }

  private void forgetsThePasswordOf(String username) throws Throwable {
    VertxContextSupport.subscribeAndAwait(
        () -> accounts.put(username, account -> account.declaredPasswordMac = null));
  }

  private static List<DeclaredUser> without(String username) {
    return FILE.stream().filter(user -> !user.username().equals(username)).toList();
  }

  private Object id(String username) throws Throwable {
    return row(username).id;
  }

  private AccountRow row(String username) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> accounts.named(username)).orElseThrow();
  }
}
