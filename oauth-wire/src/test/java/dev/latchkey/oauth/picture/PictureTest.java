package dev.latchkey.oauth.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

  @Test
  void aPictureIsWhatIsInIt() {
    // When
    var png = Picture.read(PNG);
    var webp = Picture.read("RIFF0000WEBPVP8 ".getBytes(UTF_8));

    // Then
    assertThat(png).map(Picture::kind).contains(Picture.Kind.PNG);
    assertThat(webp).map(Picture::kind).contains(Picture.Kind.WEBP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "\uFEFF<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<svg></svg>",
        "<!DOCTYPE svg><svg></svg>",
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x\">\n<svg></svg>"
      })
  void anSvgMayHaveWhatXmlHasBeforeIt(String svg) {
    // When
    var picture = Picture.read(svg.getBytes(UTF_8));

    // Then
    assertThat(picture).map(Picture::kind).contains(Picture.Kind.SVG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html><svg></svg></html>",
        "<?xml version='1.0'?><html><svg></svg></html>",
        "<!-- <svg> --><html>",
        "<!DOCTYPE html><svg></svg>",
        "GIF89a",
        "RIFF0000WAVE",
        "<svgx>"
      })
  void anythingElseIsNone(String content) {
    // When
    var picture = Picture.read(content.getBytes(UTF_8));

    // Then
    assertThat(picture).isEmpty();
  }
}
