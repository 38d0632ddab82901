package dev.latchkey.ui.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latchkey.oauth.registry.FieldName;
import dev.latchkey.oauth.registry.UserRules;
import dev.latchkey.oauth.registry.WrittenUser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    var users = new ArrayList<WrittenUser>();
    for (var i = 0; i < list.size(); i++) {
      users.add(user(i, list.get(i)));
    }
    UserRules.mistakes(users).stream()
        .findFirst()
        .ifPresent(
            mistake -> {
              throw new IllegalArgumentException(
                  "users[%d]: %s".formatted(mistake.index(), mistake.sentence()));
            });
    return users.stream().map(DeclaredUser::of).toList();
  }

  private static WrittenUser user(int index, JsonNode entry) {
    try {
      return YAML.treeToValue(entry, WrittenUser.class);
    } catch (JsonProcessingException e) {
      // Not the parser's own sentence: it quotes what it read, and that may be a password.
      throw new IllegalArgumentException("users[%d]: %s".formatted(index, reason(e)));
    }
  }

  private static String reason(JsonProcessingException failure) {
    if (!(failure instanceof UnrecognizedPropertyException unknown)) {
      return "a field has a value of the wrong kind";
    }
    var name = unknown.getPropertyName();
    return FieldName.isOne(name)
        ? "%s is unknown".formatted(name)
        : "a field has a name that none has; a space after the colon?";
  }
}
