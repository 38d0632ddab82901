package dev.latchkey.ui.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class StoppedAccountTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @AfterEach
  void setFree() {
    run("update people.account set disabled = false, locked = false where username = 'carol'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"disabled", "locked"})
  void cannotSignIn(String how) {
    // Given
    stop(how);

    // When
    var page = phone.signIn(phone.open("/login"), "carol", "carols-secret");

    // Then
    page.then().statusCode(422).body(containsString("User name or password is wrong"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"disabled", "locked"})
  void cannotApproveWithASessionFromBefore(String how) {
    // Given
    phone.signIn("carol", "carols-secret");
    var device = Device.asks(stores);
    var consent =
        phone.follow(phone.confirm(phone.follow(phone.typeCode(device.code())), "continue"));
    stop(how);

    // When
    phone.consent(consent, "approve");

    // Then
    assertThat(device.state()).isEqualTo("PENDING");
  }

  private void stop(String how) {
    run("update people.account set " + how + " = true where username = 'carol'");
  }

  private void run(String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
