package dev.latchkey.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class AccountConfigTest {

  @Test
  void theDefaultsAreThese() {
    // When
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(PasswordConfig.class)
            .withMapping(RegistryFileConfig.class)
            .build();

    // Then
    var passwords = config.getConfigMapping(PasswordConfig.class);
    assertThat(passwords.parallel()).isEqualTo(2);
    assertThat(passwords.waiting()).isEqualTo(64);
    assertThat(config.getConfigMapping(RegistryFileConfig.class).file()).isEmpty();
  }
}
