package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.refresh;
import static dev.latchkey.token.Neighbours.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The {@code acr} of the sign-in by which the person approved. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class AuthenticationContextTest {

  private static final String GOLD = "urn:example:gold";

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores());
  }

  @Test
  void bothTokensSayIt() throws ParseException {
    // Given
    var code = approvedBy(ALICE.toString()).with("acr", GOLD).save(stores().redis());

    // When
    var answer = poll(code);

    // Then
    assertThat(claims(answer, "access_token").getStringClaim("acr")).isEqualTo(GOLD);
    assertThat(claims(answer, "id_token").getStringClaim("acr")).isEqualTo(GOLD);
  }

  @Test
  void refreshedTokensSayItStill() throws ParseException {
    // Given
    var code = approvedBy(ALICE.toString()).with("acr", GOLD).save(stores().redis());
    var first = poll(code).extract();

    // When
    var answer = refresh(first.path("refresh_token"));

    // Then
    assertThat(claims(answer, "access_token").getStringClaim("acr")).isEqualTo(GOLD);
    assertThat(claims(answer, "id_token").getStringClaim("acr")).isEqualTo(GOLD);
  }

  @Test
  void aSignInWithoutANameForItHasNone() throws ParseException {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores().redis());

    // When
    var answer = poll(code);

    // Then
    assertThat(claims(answer, "access_token").getClaims()).doesNotContainKey("acr");
    assertThat(claims(answer, "id_token").getClaims()).doesNotContainKey("acr");
  }

  private static JWTClaimsSet claims(ValidatableResponse answer, String token)
      throws ParseException {
    return SignedJWT.parse(answer.extract().<String>path(token)).getJWTClaimsSet();
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
