package dev.latchkey.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Its instructions, one to a line. */
record Dockerfile(List<String> instructions) {

  private static final Pattern LABEL = Pattern.compile("(org\\.opencontainers\\.image\\.\\w+)=");

  static Dockerfile read(String kind) throws IOException {
    var text = Files.readString(Path.of("Dockerfile." + kind)).replace("\\\n", " ");
    return new Dockerfile(
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
  }

  /** What follows that word; the last one counts. */
  String last(String word) {
    var start = word + (word.startsWith("ARG ") ? "=" : " ");
    return instructions.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .reduce((first, second) -> second)
        .orElse("");
  }

  List<String> labels() {
    return LABEL.matcher(last("LABEL")).results().map(found -> found.group(1)).toList();
  }

  /** The words of an instruction in the form that needs no shell; empty in the other form. */
  List<String> words(String word) {
    var list = last(word);
    return list.startsWith("[")
        ? Pattern.compile("\"([^\"]*)\"").matcher(list).results().map(m -> m.group(1)).toList()
        : List.of();
  }
}
