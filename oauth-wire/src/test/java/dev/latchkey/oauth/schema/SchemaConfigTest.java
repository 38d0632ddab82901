package dev.latchkey.oauth.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.schema.SchemaConfig.Migrate;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaConfigTest {

  @Test
  void aServiceSeesToItsTablesItselfUnlessItIsToldOtherwise() {
    // When
    var config = new SmallRyeConfigBuilder().withMapping(SchemaConfig.class).build();

    // Then
    assertThat(config.getConfigMapping(SchemaConfig.class).migrate()).isEqualTo(Migrate.AT_START);
  }

  @ParameterizedTest
  @CsvSource({"at-start, AT_START", "never, NEVER", "only, ONLY"})
  void eachWayHasAWord(String word, Migrate migrate) {
    // When
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(SchemaConfig.class)
            .withDefaultValue("latchkey.schema.migrate", word)
            .build();

    // Then
    assertThat(config.getConfigMapping(SchemaConfig.class).migrate()).isEqualTo(migrate);
  }
}
