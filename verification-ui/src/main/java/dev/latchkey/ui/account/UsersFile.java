package dev.latchkey.ui.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the {@code users} of a registry file; what else is in there is not ours. */
final class UsersFile {

  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private UsersFile() {}

  /** Fails with a sentence that names the file and the entry. */
  static List<DeclaredUser> read(Path file) {
    try {
      return users(YAML.readTree(file.toFile()).get("users"));
    } catch (JsonProcessingException e) {
      // Only where, not the parser's own sentence: it quotes what it read.
      var line = e.getLocation() == null ? "" : " (line %d)".formatted(e.getLocation().getLineNr());
      throw new IllegalArgumentException(
          "latchkey.registry.file %s is no YAML%s".formatted(file, line));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "latchkey.registry.file %s cannot be read: %s".formatted(file, e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "latchkey.registry.file %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static List<DeclaredUser> users(@Nullable JsonNode list) {
    if (list == null || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      throw new IllegalArgumentException("users is not a list");
    }
    var users = new ArrayList<DeclaredUser>();
    var names = new HashSet<String>();
    for (var i = 0; i < list.size(); i++) {
      var user = user(i, list.get(i));
      if (!names.add(user.username().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "users[%d]: username %s is there twice".formatted(i, user.username()));
      }
      users.add(user);
    }
    return users;
  }

  private static DeclaredUser user(int index, JsonNode entry) {
    try {
      return YAML.treeToValue(entry, DeclaredUser.class);
    } catch (JsonProcessingException e) {
      // Not the parser's own sentence: it quotes what it read, and that may be a password.
      throw new IllegalArgumentException("users[%d]: %s".formatted(index, reason(e)));
    }
  }

  private static String reason(JsonProcessingException failure) {
    return switch (failure) {
      case UnrecognizedPropertyException unknown ->
          "%s is unknown".formatted(unknown.getPropertyName());
      case ValueInstantiationException refused when refused.getCause() != null ->
          String.valueOf(refused.getCause().getMessage());
      default -> "a field has a value of the wrong kind";
    };
  }
}
