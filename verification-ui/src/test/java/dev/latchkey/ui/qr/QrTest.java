package dev.latchkey.ui.qr;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class QrTest {

  private static final String PAGE = "http://localhost:8080/device?user_code=";

  @ParameterizedTest
  @CsvSource({
    "WDJB-MJHT,     WDJB-MJHT",
    "wdjb-mjht,     WDJB-MJHT",
    "WDJBMJHT,      WDJBMJHT",
    "123-456-789,   123-456-789",
    "BCD%20FGH,     BCD+FGH",
    "BCDFGHJKLMNPQRSTVWXZBCDFGHJKLMNP, BCDFGHJKLMNPQRSTVWXZBCDFGHJKLMNP",
  })
  void aPhoneReadsTheCompleteAddressFromEachPicture(String path, String code) throws Exception {
    // When
    var svg = get("/device/qr/" + path + ".svg").then().statusCode(200).extract();
    var png = get("/device/qr/" + path + ".png").then().statusCode(200).extract();
    var txt = get("/device/qr/" + path + ".txt").then().statusCode(200).extract();
    var plain = get("/device/qr/" + path + ".txt?plain=true").then().statusCode(200).extract();

    // Then
    assertThat(svg.contentType()).isEqualTo("image/svg+xml");
    assertThat(QrReader.readSvg(svg.asString())).isEqualTo(PAGE + code);
    assertThat(png.contentType()).isEqualTo("image/png");
    assertThat(QrReader.readPng(png.asByteArray())).isEqualTo(PAGE + code);
    assertThat(txt.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
    assertThat(txt.asString()).contains("\u001b[38;5;16;48;5;231m");
    assertThat(QrReader.readText(txt.asString(), true)).isEqualTo(PAGE + code);
    assertThat(plain.asString()).doesNotContain("\u001b");
    assertThat(QrReader.readText(plain.asString(), false)).isEqualTo(PAGE + code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png", "txt"})
  void isKeptNowhereAndShownEverywhere(String format) {
    // When
    var answer = get("/device/qr/WDJB-MJHT." + format);

    // Then
    var headers = answer.headers();
    assertThat(headers.getValues("Cross-Origin-Resource-Policy")).containsExactly("cross-origin");
    assertThat(headers.getValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; frame-ancestors 'none'; sandbox");
    answer
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Referrer-Policy", equalTo("no-referrer"))
        .header("Set-Cookie", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WDJB-MJHT", // no format
        "WDJB-MJHT.gif",
        "WDJB-MJHT.SVG",
        "AEIOU-AEIOU.svg", // not of the alphabet
        "WDJB-1234.svg", // of two alphabets
        "BCDF.svg", // too short
        "1234567.svg",
        "BCDFGHJKLMNPQRSTVWXZBCDFGHJKLMNPQ.svg", // too long
        "--------.svg",
        ".svg",
        "%EF%BC%B7DJB-MJHT.svg", // full width: not what a device shows
        "WDJB%22MJHT.svg",
        "WDJB%3CMJHT.svg",
        "WDJB%0D%0AMJHT.svg"
      })
  void whatIsNoCodeIsNotThere(String file) {
    // When
    var answer = get("/device/qr/" + file);

    // Then
    answer
        .then()
        .statusCode(404)
        .body(emptyString())
        .header("Cache-Control", equalTo("no-store"))
        .header("Cross-Origin-Resource-Policy", equalTo("same-origin"));
  }

  @Test
  void nonsenseOfAnyLengthIsNotThere() {
    // When
    var answer = get("/device/qr/" + "B".repeat(3_900) + ".svg");

    // Then
    answer.then().statusCode(404).body(emptyString());
  }

  @Test
  void anAddressThatIsTooLongForAnybodyIsRefusedWithoutRepeatingIt() {
    // When
    var answer = get("/device/qr/" + "B".repeat(8_192) + ".svg");

    // Then
    answer.then().statusCode(414).body(not(containsString("BBBB")));
  }

  @Test
  void theSvgHasNeitherScriptNorStyle() {
    // When
    var svg = get("/device/qr/WDJB-MJHT.svg").asString();

    // Then
    assertThat(svg)
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .doesNotContain("script", "style", "WDJB", "href");
  }

  @Test
  void anotherMethodIsRefused() {
    // When
    var answer = given().post("/device/qr/WDJB-MJHT.svg");

    // Then
    answer.then().statusCode(405).body(not(containsString("WDJB")));
  }

  private static Response get(String path) {
    return given().urlEncodingEnabled(false).get(path);
  }
}
