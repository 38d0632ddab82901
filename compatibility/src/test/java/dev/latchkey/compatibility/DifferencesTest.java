package dev.latchkey.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferencesTest {

  private final Release before = Release.before();

  @Test
  void everyDifferenceToTheReleaseBeforeHasItsReason() {
    // When
    var found = Differences.between(before, Release.now());

    // Then
    var listed = Listing.of(Release.BEFORE.resolve("differences.md"));
    assertThat(listed).allSatisfy(row -> assertThat(row.get(1)).isNotBlank());
    assertThat(listed).extracting(row -> row.get(0)).containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void aReleaseDoesNotDifferFromItself() {
    // When
    var found = Differences.between(before, before);

    // Then
    assertThat(found).isEmpty();
  }

  /** The test of the test. */
  @Test
  void aNewFieldReplyArgumentAndKeyAreFound() {
    // Given
    var scripts = new HashMap<>(before.scripts());
    scripts.computeIfPresent(
        "poll.lua",
        (name, text) ->
            text.replaceFirst("(?m)^    PENDING ", "    PAUSED   never\n    PENDING ")
                .replaceFirst("(?m)^  ARGV\\[1\\].*$", "  ARGV[1]  something else"));
    scripts.remove("open.lua");
    var page =
        before
            .schemaPage()
            .replace("| `state` |", "| `mood` | good | create | poll |\n| `state` |");
    var changed = new Release(scripts, page, Set.of("latchkey/handover/v2"));

    // When
    var found = Differences.between(before, changed);

    // Then
    assertThat(found)
        .contains(
            "`open.lua` is gone",
            "arguments of `poll.lua` are others",
            "poll.lua replies PAUSED is new",
            "`grant:{<GrantId>}`: `mood` is new",
            "`latchkey/handover/v2` is new",
            "`latchkey/handover/v1` is gone");
  }
}
