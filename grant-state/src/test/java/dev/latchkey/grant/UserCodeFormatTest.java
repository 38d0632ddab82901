package dev.latchkey.grant;

import static dev.latchkey.grant.UserCodeFormat.CharacterSet.BASE20;
import static dev.latchkey.grant.UserCodeFormat.CharacterSet.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserCodeFormatTest {

  @Test
  void drawsFromItsCharactersAsManyAsTheMaskHas() {
    // When
    var codes = Stream.generate(UserCodeFormat.DEFAULT::draw).limit(500).toList();

    // Then
    assertThat(codes)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.value().matches("[BCDFGHJKLMNPQRSTVWXZ]{8}"));
  }

  @Test
  void drawsDigitsForRemoteControls() {
    // Given
    var format = new UserCodeFormat(DIGITS, "*** *** ***");

    // When
    var code = format.draw();

    // Then
    assertThat(code.value()).matches("[0-9]{9}");
  }

  @ParameterizedTest
  @CsvSource({
    "****-****,WDJBMJHT,WDJB-MJHT",
    "** ** ** **,WDJBMJHT,WD JB MJ HT",
    "********,WDJBMJHT,WDJBMJHT",
    "***-***,WDJBMJHT,WDJBMJHT"
  })
  void showsACodeInItsMask(String mask, String code, String shown) {
    // When
    var display = UserCodeFormat.display(mask, new UserCode(code));

    // Then
    assertThat(display).isEqualTo(shown);
  }

  @Test
  void whatIsShownIsReadBack() {
    // Given
    var code = UserCodeFormat.DEFAULT.draw();

    // When
    var read = UserCode.parse(UserCodeFormat.DEFAULT.display(code));

    // Then
    assertThat(read).contains(code);
  }

  @ParameterizedTest
  @CsvSource({"BASE20,**-**", "DIGITS,***-***", "BASE20,ABCD-****", "BASE20,''", "BASE20,--------"})
  void aMaskThatIsWeakOrUnreadableIsRefused(UserCodeFormat.CharacterSet characters, String mask) {
    assertThatThrownBy(() -> new UserCodeFormat(characters, mask))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theShortestCodesAreSixConsonantsOrEightDigits() {
    assertThat(new UserCodeFormat(BASE20, "***-***").draw().value()).hasSize(6);
    assertThat(new UserCodeFormat(DIGITS, "****-****").draw().value()).hasSize(8);
  }

  @ParameterizedTest
  @CsvSource({
    "****-****,*****-****",
    "*****-****,*****-*****",
    "********,*********",
    "** *** ***,*** *** ***",
    "-******,-*******"
  })
  void aLongerCodeHasOneMoreInItsShortestGroup(String mask, String longer) {
    // Given
    var format = new UserCodeFormat(BASE20, mask);

    // When
    var grown = format.longer();

    // Then
    assertThat(grown).contains(new UserCodeFormat(BASE20, longer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"********************************", "****-***-****-***-****-***-****-***-****"})
  void whatCannotBeReadAloudAnyMoreDoesNotGrow(String mask) {
    // Given
    var format = new UserCodeFormat(BASE20, mask);

    // When
    var grown = format.longer();

    // Then
    assertThat(grown).isEmpty();
  }
}
