package dev.latchkey.oauth.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.schema.Schema.State;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A pod that waits says for what. */
class SchemaStartTest {

  @Test
  void tablesAreCalledOlderOnlyIfTheyWereSeen() {
    // When
    var said = SchemaStart.why(State.Read.OLDER);

    // Then
    assertThat(said).startsWith("waiting for the tables: ").endsWith("they are older than we");
  }

  @Test
  void whatCannotBeReadIsSaidWithItsCause() {
    // When
    var said = SchemaStart.why(new State.Unreadable(new IOException("wrong password")));

    // Then
    assertThat(said)
        .startsWith("waiting for the tables: their history cannot be read: ")
        .endsWith("wrong password")
        .doesNotContain("older");
  }
}
