package dev.latchkey.token.client;

import dev.latchkey.oauth.cors.AllowedOrigins;
import dev.latchkey.oauth.cors.RegisteredOrigins;
import dev.latchkey.oauth.store.SqlGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Who may ask from a web page, by our own mapping of the registry. */
@ApplicationScoped
class OriginsOfClients {

  @Produces
  @Singleton
  AllowedOrigins origins(RegistryStatements statements, SqlGate sql) {
    return new RegisteredOrigins(() -> sql.statement(statements::allowedOrigins));
  }
}
