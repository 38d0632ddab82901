package dev.latchkey.token.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class FenceSweepTest {

  @Inject FenceSweep sweep;

  private @Nullable RealStores stores;

  @Test
  void forgetsWhatNothingCanBringBack() {
    // Given
    Neighbours.run(
        stores(),
        """
        insert into issued.redemption (grant_id, claim, redeemed_at) values
          ('swept-old', 'c1', now() - interval '8 days'),
          ('swept-young', 'c2', now() - interval '6 days')
        """);

    // When
    sweep.sweep().await().atMost(Duration.ofSeconds(20));

    // Then
    assertThat(grants()).containsExactly("swept-young");
  }

  private List<String> grants() {
    try (var connection = stores().postgres().database().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select grant_id from issued.redemption where grant_id like 'swept-%'")) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
