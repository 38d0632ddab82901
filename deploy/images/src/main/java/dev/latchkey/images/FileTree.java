package dev.latchkey.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;

/** A folder with all that is in it. */
record FileTree(Path root) {

  /**
   * When every file of an image was last changed, as Jib has it. A cache of classes remembers the
   * times of the jars, and one that sees other times is not used.
   */
  static final FileTime TIME = FileTime.from(Instant.ofEpochSecond(1));

  void remove() throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var walk = Files.walk(root)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  void copyTo(Path target) throws IOException {
    try (var walk = Files.walk(root)) {
      for (var path : walk.toList()) {
        var copy = target.resolve(root.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Gives every file and folder the one time. */
  void settle() throws IOException {
    try (var walk = Files.walk(root)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.setLastModifiedTime(path, TIME);
      }
    }
  }

  long bytes() throws IOException {
    try (var walk = Files.walk(root)) {
      long sum = 0;
      for (var path : walk.filter(Files::isRegularFile).toList()) {
        sum += Files.size(path);
      }
      return sum;
    }
  }
}
