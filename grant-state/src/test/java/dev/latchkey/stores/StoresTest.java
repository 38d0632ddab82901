package dev.latchkey.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What the tests of the services rely on: a store that is frozen, thawed, stopped, restarted. */
class StoresTest {

  @Test
  void postgresFreezesThawsAndRestartsWithItsData() throws SQLException {
    try (var postgres = PostgresProcess.start()) {
      execute(postgres, "CREATE TABLE kept AS SELECT 7 AS answer");

      postgres.freeze();
      assertThatThrownBy(() -> execute(postgres, "SELECT 1")).isInstanceOf(SQLException.class);

      postgres.thaw();
      execute(postgres, "SELECT answer FROM kept");

      postgres.stop();
      assertThatThrownBy(() -> execute(postgres, "SELECT 1")).isInstanceOf(SQLException.class);

      postgres.restart();
      execute(postgres, "SELECT answer FROM kept");
    }
  }

  @Test
  void redisRestartsEmptyOnItsPort() {
    try (var redis = RedisProcess.start()) {
      redis.execute("SET", "key", "value");

      redis.restart();

      assertThat(redis.execute("GET", "key")).isNull();
    }
  }

  private static void execute(PostgresProcess postgres, String statement) throws SQLException {
    var url = postgres.jdbcUrl() + "?connectTimeout=1&loginTimeout=1&socketTimeout=1";
    try (var connection =
            DriverManager.getConnection(url, postgres.username(), postgres.password());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
