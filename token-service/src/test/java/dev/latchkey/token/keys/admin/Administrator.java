package dev.latchkey.token.keys.admin;

import static io.restassured.RestAssured.given;

import dev.latchkey.token.keys.SigningKeys;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Somebody with an access token, and requests as they send them. */
@ApplicationScoped
public class Administrator {

  public static final String CLIENT = "operations";
  private static final String ISSUER = "http://localhost:8080";

  private final SigningKeys keys;

  Administrator(SigningKeys keys) {
    this.keys = keys;
  }

  public RequestSpecification asks() {
    return asks("/admin", "latchkey:admin");
  }

  public RequestSpecification asks(String audience, String scope) {
    return given().auth().oauth2(token(audience, scope));
  }

  /** The header by which an administrator is known. */
  public String authorization() {
    return "Authorization: Bearer " + token("/admin", "latchkey:admin");
  }

  private String token(String audience, String scope) {
    var key = keys.current();
    var now = Instant.now();
    return Jwt.issuer(ISSUER)
        .subject("client:" + CLIENT)
        .audience(ISSUER + audience)
        .issuedAt(now)
        .expiresAt(now.plus(Duration.ofMinutes(10)))
        .claim("client_id", CLIENT)
        .claim("scope", scope)
        .claim("jti", UUID.randomUUID().toString())
        .jws()
        .type("at+jwt")
        .keyId(key.kid())
        .algorithm(key.algorithm().signature())
        .sign(key.privateKey());
  }
}
