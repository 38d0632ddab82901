package dev.latchkey.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceCodeTest {

  private static final String FORTY_THREE = "A".repeat(43);

  @Test
  void has256RandomBits() {
    // When
    var codes = Stream.generate(DeviceCode::random).limit(1000).toList();

    // Then
    assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.value().length() == 43);
  }

  @Test
  void isReadAsItWasWritten() {
    // Given
    var code = DeviceCode.random();

    // When
    var read = DeviceCode.parse(code.value());

    // Then
    assertThat(read).contains(code);
  }

  static Stream<String> foreign() {
    return Stream.of(
        "",
        FORTY_THREE.substring(1),
        FORTY_THREE + "A",
        FORTY_THREE.substring(1) + "=",
        FORTY_THREE.substring(1) + "/",
        FORTY_THREE.substring(1) + "\n",
        FORTY_THREE + "\n",
        "A".repeat(8192));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void whatWeCannotHaveIssuedIsNone(String sent) {
    // When
    var read = DeviceCode.parse(sent);

    // Then
    assertThat(read).isEmpty();
    assertThatThrownBy(() -> new DeviceCode(sent)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itsGrantIsTheDigest() {
    // When
    var grant = new DeviceCode(FORTY_THREE).grantId();

    // Then
    assertThat(grant.value()).isEqualTo("DwBzhbb51LfusnSGBa_hqYSgo7-j8BTQnip4TOnlzRo");
  }

  @Test
  void neverPrintsItself() {
    // Given
    var code = DeviceCode.random();

    // When
    var printed = code + " " + new CreateOutcome.Created(code, new UserCode("WDJBMJHT"));

    // Then
    assertThat(printed).doesNotContain(code.value()).doesNotContain("WDJBMJHT");
  }
}
