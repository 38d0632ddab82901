package dev.latchkey.token;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;

/** What the registry has before anybody asks: the client of whoever administers in tests. */
@ApplicationScoped
class Registry {

  void open(@Observes StartupEvent event, AgroalDataSource database) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(Neighbours.TABLES);
      statement.execute(
          """
          insert into registry.client
              (client_id, token_endpoint_auth_method, grant_types, scopes)
            values
              ('operations', 'client_secret_basic', 'client_credentials', 'latchkey:admin')
            on conflict do nothing
          """);
    }
  }
}
