package dev.latchkey.authz.registry.admin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.authz.registry.file.InvalidRegistryException;
import dev.latchkey.authz.registry.file.Mistake;
import dev.latchkey.oauth.admin.AdminBody;
import dev.latchkey.oauth.admin.ProblemException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A client or an API as an administrator sends it; what is in it, the registry's rules tell. */
record SentEntry(ObjectNode fields) implements AdminBody {

  /** As many of its mistakes are told at once. */
  private static final int TOLD = 10;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  SentEntry {}

  /** What names the entry that is to be made. Fails with {@link ProblemException}. */
  String id(String field) {
    var id = fields.get(field);
    if (id == null || !id.isTextual() || id.textValue().isBlank()) {
      throw new ProblemException(400, "The field %s is missing".formatted(field));
    }
    if (id.textValue().chars().anyMatch(Character::isISOControl)) {
      throw new ProblemException(400, "The field %s has a control character".formatted(field));
    }
    return id.textValue();
  }

  /** The same for an address that names it already; fails if the body names another one. */
  SentEntry at(String field, String id) {
    var sent = fields.get(field);
    if (sent != null && !(sent.isTextual() && sent.textValue().equals(id))) {
      throw new ProblemException(
          400,
          "The field %s is not what the address names, and cannot be changed".formatted(field));
    }
    var all = fields.deepCopy();
    all.put(field, id);
    return new SentEntry(all);
  }

  /**
   * Reads it by the rules of the registry. Fails with {@link ProblemException}, which names fields
   * and repeats nothing of what was sent.
   *
   * @param root the field that the rules take it to be in
   */
  <T> T read(String root, Function<JsonNode, T> rules) {
    var entry = fields.deepCopy();
    // It is in what we answer; who sends that back changed is not refused.
    var source = entry.remove(EntrySource.FIELD);
    if (source != null && !source.asText().equals(EntrySource.ADMIN)) {
      throw new ProblemException(
          400, "The field source is admin: what the file declares is changed in the file");
    }
    try {
      return rules.apply(entry);
    } catch (InvalidRegistryException e) {
      throw new ProblemException(
          400,
          e.mistakes().stream()
              .limit(TOLD)
              .map(mistake -> sentence(root, mistake))
              .collect(Collectors.joining("; ")));
    }
  }

  private static String sentence(String root, Mistake mistake) {
    return mistake.field().equals(root)
        ? "The %s %s".formatted(root, mistake.what())
        : "The field %s %s".formatted(mistake.field().substring(root.length() + 1), mistake.what());
  }

  /** Who sends a secret is not to find it in a log. */
  @Override
  public String toString() {
    return "SentEntry[redacted]";
  }
}
