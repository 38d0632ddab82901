package dev.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

  @ParameterizedTest
  @CsvSource({
    "/oauth/device/code, DEVICE_AUTHZ, OAUTH",
    "/oauth2/device_authorize, DEVICE_AUTHZ, OAUTH",
    "/oauth/token, TOKEN, POLL",
    "/oauth2/token, TOKEN, POLL",
    "/oauth/revoke, TOKEN, OAUTH",
    "/oauth2/revoke, TOKEN, OAUTH",
    "/oauth/introspect, TOKEN, OAUTH",
    "/oauth2/introspect, TOKEN, OAUTH",
    "/userinfo, TOKEN, OAUTH",
    "/oauth2/userinfo, TOKEN, OAUTH",
    "/.well-known/oauth-authorization-server, TOKEN, OAUTH",
    "/.well-known/openid-configuration, TOKEN, OAUTH",
    "/.well-known/jwks.json, TOKEN, OAUTH",
    "/authenticationendpoint/device.do, VERIFICATION_UI, PAGE",
    "/device, VERIFICATION_UI, PAGE",
    "/device/, VERIFICATION_UI, PAGE",
    "/device/qr/WDJB-MJHT.svg, VERIFICATION_UI, PAGE",
    "/devices, VERIFICATION_UI, PAGE",
    "/account, VERIFICATION_UI, PAGE",
    "/login/google/callback, VERIFICATION_UI, PAGE",
    "/logout, VERIFICATION_UI, PAGE",
    "/playground, VERIFICATION_UI, PAGE",
    "/assets/latchkey.css, VERIFICATION_UI, PAGE"
  })
  void everyPublicPathHasItsService(String path, Part service, Absence absence) {
    // When
    var route = RouteTable.find(path);

    // Then
    assertThat(route)
        .hasValueSatisfying(
            found -> {
              assertThat(found.service()).isEqualTo(service);
              assertThat(found.absence()).isEqualTo(absence);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/clients",
        "/admin/devices",
        "/internal/devices",
        "/q/health/ready",
        "/q/metrics",
        "/oauth",
        "/oauth2",
        "/oauth2/authorize",
        "/authenticationendpoint",
        "/authenticationendpoint/login.do",
        "/oauth/token/",
        "/oauth/token/x",
        "/devicex",
        "/Device",
        "/.well-known/other",
        "/device/../admin/clients",
        "/device/..",
        "/device/./x",
        "/device/%2e%2e/admin/clients",
        "/device/%2E./admin",
        "/device/..%2fadmin",
        "/device/..%5cadmin",
        "/device//admin",
        "/device/..;/admin",
        "/device/%3b/admin",
        "/device/%252e%252e/admin",
        "/assets/\\..\\admin",
        "//admin"
      })
  void whatIsNotPublicIsNeverRouted(String path) {
    // When
    var route = RouteTable.find(path);

    // Then
    assertThat(route).isEmpty();
  }
}
