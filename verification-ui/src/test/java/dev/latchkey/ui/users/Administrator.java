package dev.latchkey.ui.users;

import static io.restassured.RestAssured.given;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Registry;
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
final class Administrator {

  static final String CLIENT = "admin-cli";

  private static final String ISSUER = "http://localhost:8080";

  private static final String TABLE =
      """
      create schema if not exists issued;
      create table if not exists issued.signing_key (
        kid text primary key, algorithm text not null, public_key bytea not null,
        sealed_private_key bytea not null, created_at timestamptz not null,
        activates_at timestamptz not null, retires_at timestamptz, gone_at timestamptz);
      """;

  private static final KeyPair KEY = generate();
  private static final String KID = "k-" + UUID.randomUUID();

  private Administrator() {}

  static Administrator of(RealStores stores) {
    Registry.moveIn(stores);
    Registry.run(
        stores,
        TABLE,
        "insert into registry.client (client_id, scopes) values ('admin-cli', 'latchkey:admin')"
            + " on conflict do nothing",
        "insert into registry.client (client_id, scopes) values ('tv', 'openid')"
            + " on conflict do nothing");
    publish(stores);
    return new Administrator();
  }

  RequestSpecification asks() {
    return asks(CLIENT, "/admin", "latchkey:admin");
  }

  RequestSpecification asks(String client, String audience, String scope) {
    return given().auth().oauth2(token(client, audience, scope));
  }

  private static void publish(RealStores stores) {
    try (var connection = stores.postgres().database().getConnection();
        var insert =
            connection.prepareStatement(
                "insert into issued.signing_key (kid, algorithm, public_key, sealed_private_key,"
                    + " created_at, activates_at) values (?, 'ES256', ?, '', now(), now())"
                    + " on conflict do nothing")) {
      insert.setString(1, KID);
      insert.setBytes(2, KEY.getPublic().getEncoded());
      insert.executeUpdate();
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

  private static String token(String client, String audience, String scope) {
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
        .keyId(KID)
        .algorithm(SignatureAlgorithm.ES256)
        .sign(KEY.getPrivate());
  }
}
