package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is looked at here is all that there is to look at. */
class ScenesTest {

  @Test
  void everyPageHasAScene() {
    // When
    var shown = Scenes.all().stream().map(Scene::template).distinct();

    // Then
    assertThat(shown).containsExactlyInAnyOrderElementsOf(Template.all());
  }
}
