package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assertions as an independent client library signs them, remembered in the real Redis. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class PrivateKeyJwtTest {

  private static final ECKey KEY = generate("pump-1");
  private static final String ENDPOINT = "http://localhost:8080/oauth/token";

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores());
    Neighbours.run(
        stores(),
        """
        insert into registry.client
            (client_id, token_endpoint_auth_method, jwks, jwks_uri, grant_types)
          values
            ('pump', 'private_key_jwt', '%s', null,
              'urn:ietf:params:oauth:grant-type:device_code'),
            ('far-pump', 'private_key_jwt', null, 'http://localhost:1/keys',
              'urn:ietf:params:oauth:grant-type:device_code')
          on conflict do nothing
        """
            .formatted(new JWKSet(KEY).toString(true)));
  }

  @Test
  void aClientPollsWithItsKey() throws Exception {
    // Given
    var code = codeOf("pump");

    // When
    var response = poll(code, assertion("pump", KEY));

    // Then
    response.statusCode(400).body("error", equalTo("authorization_pending"));
  }

  @Test
  void anAssertionIsGoodOnce() throws Exception {
    // Given
    var code = codeOf("pump");
    var assertion = assertion("pump", KEY);
    poll(code, assertion);

    // When
    var response = poll(code, assertion);

    // Then
    response.statusCode(401).body("error", equalTo("invalid_client"));
  }

  @Test
  void anotherKeyIsRefused() throws Exception {
    // When
    var response = poll(codeOf("pump"), assertion("pump", generate("pump-1")));

    // Then
    response.statusCode(401).body("error", equalTo("invalid_client"));
  }

  @Test
  void keysThatCannotBeHadMakePollsSlowDown() throws Exception {
    // When
    var response = poll(codeOf("far-pump"), assertion("far-pump", KEY));

    // Then
    response
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("error", equalTo("slow_down"));
  }

  private DeviceCode codeOf(String client) {
    return pending().ofClient(new ClientId(client)).save(stores().redis());
  }

  private static PrivateKeyJWT assertion(String client, ECKey key) throws JOSEException {
    return new PrivateKeyJWT(
        new ClientID(client),
        URI.create(ENDPOINT),
        JWSAlgorithm.ES256,
        key.toPrivateKey(),
        key.getKeyID(),
        null);
  }

  private static ValidatableResponse poll(DeviceCode code, PrivateKeyJWT assertion) {
    return post(
        pollForm(code.value())
            .formParam("client_assertion_type", PrivateKeyJWT.CLIENT_ASSERTION_TYPE)
            .formParam("client_assertion", assertion.getClientAssertion().serialize()));
  }

  private static ECKey generate(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
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
