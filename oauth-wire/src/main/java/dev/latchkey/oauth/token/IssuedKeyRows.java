package dev.latchkey.oauth.token;

import dev.latchkey.oauth.store.SqlFailure;
import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.oauth.store.StoreUnavailableException;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HashMap;
import java.util.Map;

/**
 * What verifiers need of the table {@code issued.signing_key}, which token-service owns; read-only
 * here, and the public halves only.
 */
@ApplicationScoped
class IssuedKeyRows {

  private static final String PUBLISHED =
      "select kid, algorithm, public_key from issued.signing_key"
          + " where gone_at is null or gone_at > clock_timestamp()";

  private final Instance<Pool> pool;
  private final SqlGate sql;

  IssuedKeyRows(Instance<Pool> pool, SqlGate sql) {
    this.pool = pool;
    this.sql = sql;
  }

  /**
   * By kid. Fails with {@link StoreUnavailableException} when they cannot be had, as in a process
   * that is built without PostgreSQL.
   */
  Uni<Map<String, VerificationKey>> published() {
    if (pool.isUnsatisfied()) {
      return Uni.createFrom().failure(new StoreUnavailableException("there is no PostgreSQL"));
    }
    return sql.statement(() -> pool.get().preparedQuery(PUBLISHED).execute())
        .map(
            rows -> {
              var keys = new HashMap<String, VerificationKey>();
              for (var row : rows) {
                keys.put(row.getString("kid"), key(row));
              }
              return Map.copyOf(keys);
            })
        .onFailure(SqlFailure::isOfMissingTable)
        .transform(e -> new StoreUnavailableException("token-service has no keys yet", e));
  }

  private static VerificationKey key(Row row) {
    var encoded = row.getBuffer("public_key").getBytes();
    var algorithm = row.getString("algorithm");
    return switch (algorithm) {
      case "ES256" -> new VerificationKey(key("EC", encoded), SignatureAlgorithm.ES256);
      case "RS256" -> new VerificationKey(key("RSA", encoded), SignatureAlgorithm.RS256);
      case "EdDSA" -> new VerificationKey(key("Ed25519", encoded), SignatureAlgorithm.EDDSA);
      default -> throw new IllegalStateException("token-service does not sign with " + algorithm);
    };
  }

  private static PublicKey key(String family, byte[] encoded) {
    try {
      return KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not a public key of " + family, e);
    }
  }
}
