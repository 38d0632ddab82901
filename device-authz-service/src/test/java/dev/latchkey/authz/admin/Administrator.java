package dev.latchkey.authz.admin;

import static io.restassured.RestAssured.given;

import dev.latchkey.stores.RealStores;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody with an access token, and requests as they send them. The key is in token-service's
 * table, spelled out as this service expects it: a change on their side breaks the whole-system
 * tests, a change here these.
 */
public final class Administrator {

  private static final String CLIENT = "admin-cli";
  private static final String ISSUER = "http://localhost:8080";

  private static final String TABLE =
      """
      create schema if not exists issued;
      create table if not exists issued.signing_key (
        kid text primary key, algorithm text not null, public_key bytea not null,
        sealed_private_key bytea not null, created_at timestamptz not null,
        activates_at timestamptz not null, retires_at timestamptz, gone_at timestamptz);
      """;

  private static final Administrator FIRST = new Administrator();

  private final String kid = "k-" + UUID.randomUUID();
  private final KeyPair key = generate();

  private Administrator() {}

  /** The same each time: its signing key is known here for long. */
  public static Administrator of(RealStores stores) {
    FIRST.publish(stores);
    return FIRST;
  }

  /** With a signing key of its own, which nobody has seen yet. */
  public static Administrator another(RealStores stores) {
    var another = new Administrator();
    another.publish(stores);
    return another;
  }

  public RequestSpecification asks() {
    return asks(CLIENT, "/admin", "latchkey:admin");
  }

  public RequestSpecification asks(String client, String audience, String scope) {
    return given().auth().oauth2(token(client, audience, scope));
  }

  /** What token-service does when an administrator there deletes it. */
  public void keyIsDeletedIn(RealStores stores) {
    change(stores, "delete from issued.signing_key where kid = '" + kid + "'");
  }

  private void publish(RealStores stores) {
    change(stores, TABLE);
    try (var connection = stores.postgres().database().getConnection();
        var insert =
            connection.prepareStatement(
                "insert into issued.signing_key (kid, algorithm, public_key, sealed_private_key,"
                    + " created_at, activates_at) values (?, 'ES256', ?, '', now(), now())"
                    + " on conflict do nothing")) {
      insert.setString(1, kid);
      insert.setBytes(2, key.getPublic().getEncoded());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void change(RealStores stores, String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String token(String client, String audience, String scope) {
    var now = Instant.now();
    return Jwt.issuer(ISSUER)
        .subject("client:" + client)
        .audience(ISSUER + audience)
        .issuedAt(now)
        .expiresAt(now.plus(Duration.ofMinutes(10)))
        .claim("client_id", client)
        .claim("scope", scope)
        .claim("jti", UUID.randomUUID().toString())
        .jws()
        .type("at+jwt")
        .keyId(kid)
        .algorithm(SignatureAlgorithm.ES256)
        .sign(key.getPrivate());
  }
}
