package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.oauth.registry.UserMistake;
import dev.latchkey.oauth.registry.UserRules;
import dev.latchkey.oauth.registry.WrittenUser;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads the {@code users} of a registry file for whoever checks one; the service itself passes them
 * over. By the same rules as verification-ui, which makes accounts of them.
 */
public final class UsersReader {

  private static final String USERS = "users";

  private UsersReader() {}

  /**
   * The users that are declared. Fails with {@link InvalidRegistryException}.
   *
   * @param allowed whether there may be any: only in the local profile
   */
  public static List<WrittenUser> read(String text, boolean allowed) {
    var yaml = YamlText.of(text);
    var node = node(yaml.root());
    if (node == null) {
      return List.of();
    }
    var type =
        RegistryReader.YAML.getTypeFactory().constructCollectionType(List.class, WrittenUser.class);
    var shape = FileShape.mistakes(yaml, USERS, node, type, RegistryReader.YAML);
    if (!shape.isEmpty()) {
      throw new InvalidRegistryException(shape);
    }
    var users = users(yaml, text);
    var mistakes =
        UserRules.mistakes(users).stream().map(wrong -> yaml.mistake(field(wrong), wrong.what()));
    var refused =
        users.isEmpty() || allowed
            ? Stream.<Mistake>of()
            : Stream.of(
                yaml.mistake(
                    USERS, "have their passwords in the clear: for the local profile only"));
    var all = Stream.concat(refused, mistakes).toList();
    if (!all.isEmpty()) {
      throw new InvalidRegistryException(all);
    }
    return users;
  }

  private static String field(UserMistake wrong) {
    var user = YamlText.child(USERS, wrong.index());
    return wrong.field().isEmpty() ? user : YamlText.child(user, wrong.field());
  }

  private static @Nullable Node node(@Nullable Node root) {
    if (root instanceof MappingNode file) {
      for (var entry : file.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(USERS)) {
          return entry.getValueNode();
        }
      }
    }
    return null;
  }

  private static List<WrittenUser> users(YamlText yaml, String text) {
    try {
      JsonNode users = RegistryReader.YAML.readTree(text).path(USERS);
      if (users.isNull()) {
        return List.of();
      }
      return Arrays.asList(RegistryReader.YAML.treeToValue(users, WrittenUser[].class));
    } catch (JsonProcessingException e) {
      // Not Jackson's own sentence: it quotes what it read, perhaps a password.
      throw new InvalidRegistryException(yaml.mistake(USERS, "have a value of the wrong kind"));
    }
  }
}
