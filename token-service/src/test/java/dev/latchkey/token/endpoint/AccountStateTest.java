package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.refresh;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has been seen of an account is used for up to 10 s: each test has one of its own. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class AccountStateTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final UUID person = UUID.randomUUID();

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
    run(
        """
        insert into people.account (id, username, name, email_verified, disabled, updated_at)
          values ('%1$s', '%1$s', 'Somebody', false, false, now())
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update people.account set disabled = true where id = '%s'",
        "update people.account set locked = true where id = '%s'",
        "delete from people.account where id = '%s'"
      })
  void aStoppedAccountGetsNoTokens(String stop) {
    // Given
    var code = approvedBy(person.toString()).save(stores.redis());
    run(stop);

    // When
    var response = poll(code);

    // Then
    response.statusCode(400).body("error", equalTo("access_denied"));
  }

  @Test
  void whoSignedInUpstreamLatelyRefreshes() {
    // Given
    signedInUpstream("staff", "now() - interval '6 days'");

    // When
    var response = refresh(token());

    // Then
    response.statusCode(200);
  }

  @Test
  void whoHasNotSignedInUpstreamForTooLongDoesNotRefresh() {
    // Given
    signedInUpstream("staff", "now() - interval '8 days'");
    var family = StoredFamily.linked(stores, "living-room-tv").with("subject = '" + person + "'");

    // When
    var response = refresh(family.token(1));

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void whoHasNotSignedInUpstreamForTooLongGetsNoTokens() {
    // Given
    signedInUpstream("staff", "now() - interval '8 days'");
    var code = approvedBy(person.toString()).save(stores.redis());

    // When
    var response = poll(code);

    // Then
    response.statusCode(400).body("error", equalTo("access_denied"));
  }

  @Test
  void aProviderThatSaysNothingHasTheAgeOfAll() {
    // Given
    signedInUpstream("guests", "now() - interval '89 days'");

    // When
    var response = refresh(token());

    // Then
    response.statusCode(200);
  }

  @Test
  void oneProviderThatVouchesIsEnough() {
    // Given
    signedInUpstream("staff", "now() - interval '8 days'");
    signedInUpstream("guests", "now() - interval '8 days'");

    // When
    var response = refresh(token());

    // Then
    response.statusCode(200);
  }

  private String token() {
    return poll(approvedBy(person.toString()).save(stores.redis()))
        .statusCode(200)
        .extract()
        .path("refresh_token");
  }

  private void signedInUpstream(String provider, String at) {
    run(
        "insert into people.upstream_identity values ('https://%1$s.example.com', '%%1$s', '%1$s', '%%1$s', %2$s)"
            .formatted(provider, at));
  }

  private void run(String sql) {
    Neighbours.run(stores, sql.formatted(person));
  }
}
