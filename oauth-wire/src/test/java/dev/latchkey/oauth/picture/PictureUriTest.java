package dev.latchkey.oauth.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.picture.Picture.Kind;
import dev.latchkey.oauth.picture.PictureUri.Mistake;
import dev.latchkey.oauth.picture.PictureUri.Read;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureUriTest {

  private static final String PNG = "\u0089PNG\r\n\u001A\n";

  @ParameterizedTest
  @CsvSource({
    "PNG,'\u0089PNG\r\n\u001A\n...'",
    "WEBP,RIFF....WEBPVP8 ",
    "SVG,<svg xmlns='http://www.w3.org/2000/svg'/>",
    "SVG,'\u00EF\u00BB\u00BF<?xml version=\"1.0\"?>\n<svg></svg>'"
  })
  void aPictureIsReadIfItIsWhatItSays(Kind kind, String content) {
    // When
    var found = PictureUri.read(uri(kind.type(), content));

    // Then
    assertThat(found)
        .isEqualTo(new Read(new Picture(kind, Buffer.buffer(content.getBytes(ISO_8859_1)))));
  }

  @Test
  void thirtyTwoKibibytesAreEnough() {
    // Given
    var largest = PNG + "x".repeat(PictureUri.LARGEST - PNG.length());

    // When
    var fits = PictureUri.read(uri("image/png", largest));
    var larger = PictureUri.read(uri("image/png", largest + "x"));

    // Then
    assertThat(fits).isInstanceOf(Read.class);
    assertThat(larger).isEqualTo(Mistake.TOO_LARGE);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'', NO_DATA_URI",
    "https://example.com/logo.png, NO_DATA_URI",
    "'data:image/png,plain', NO_DATA_URI",
    "'data:image/png;charset=x;base64,iVBORw0KGgoA', NO_DATA_URI",
    "'data:image/png;base64,***', NO_BASE64",
    "'data:image/gif;base64,R0lGODlhAQAB', OTHER_TYPE",
    "'data:text/html;base64,PHN2Zy8+', OTHER_TYPE",
    "'data:;base64,R0lGODlhAQAB', OTHER_TYPE",
    "'data:image/png;base64,R0lGODlhAQAB', OTHER_CONTENT",
    "'data:image/svg+xml;base64,iVBORw0KGgoA', OTHER_CONTENT",
    "'data:image/svg+xml;base64,PGh0bWw+PHN2Zz4=', OTHER_CONTENT"
  })
  void saysWhyThereIsNoPicture(String uri, Mistake mistake) {
    // When
    var found = PictureUri.read(uri);

    // Then
    assertThat(found).isEqualTo(mistake);
  }

  private static String uri(String type, String content) {
    var base64 = Base64.getEncoder().encodeToString(content.getBytes(ISO_8859_1));
    return "data:" + type + ";base64," + base64;
  }
}
