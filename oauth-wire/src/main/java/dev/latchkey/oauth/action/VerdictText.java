package dev.latchkey.oauth.action;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a hook answers. Strictly: an answer that is understood by half would be a permission
 * that nobody has given.
 */
final class VerdictText {

  private static final int DEEPEST = 8;

  private static final Set<String> LIFETIMES = Set.of("code_lifetime", "access_token_lifetime");

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private VerdictText() {}

  /** Fails with {@link HookFailure}. */
  static Verdict parse(Trigger trigger, String text) {
    var answer = tree(text);
    if (!answer.isObject()) {
      throw new HookFailure("the answer is no JSON object");
    }
    return switch (answer.path("decision").asText()) {
      case "allow" -> allowed(trigger, answer);
      case "deny" -> denied(answer);
      default -> throw new HookFailure("decision is neither allow nor deny");
    };
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // Not its message, which has the answer in it.
      throw new HookFailure("the answer is no JSON");
    }
  }

  private static Verdict allowed(Trigger trigger, JsonNode answer) {
    Map<String, Object> claims = Map.of();
    Duration longest = null;
    for (var member : answer.properties()) {
      var name = member.getKey();
      if (name.equals("decision")) {
        continue;
      }
      if (!trigger.understands(name)) {
        throw unknown(name);
      }
      if (LIFETIMES.contains(name)) {
        longest = lifetime(name, member.getValue());
      } else {
        claims = ClaimRules.read(member.getValue());
      }
    }
    return claims.isEmpty() && longest == null
        ? Verdict.UNCHANGED
        : new Verdict.Allowed(claims, longest);
  }

  private static Verdict denied(JsonNode answer) {
    @Nullable JsonNode reason = null;
    for (var member : answer.properties()) {
      switch (member.getKey()) {
        case "decision" -> {}
        case "reason" -> reason = member.getValue();
        default -> throw unknown(member.getKey());
      }
    }
    if (reason == null) {
      return new Verdict.Denied(new Reason(""));
    }
    if (!reason.isTextual()) {
      throw new HookFailure("reason is no string");
    }
    return new Verdict.Denied(new Reason(reason.textValue()));
  }

  private static Duration lifetime(String name, JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1) {
      throw new HookFailure(name + " is no number of seconds, 1 at least");
    }
    return Duration.ofSeconds(node.intValue());
  }

  private static HookFailure unknown(String name) {
    return new HookFailure(
        "the answer has a member that is not understood: " + new Reason(name).description());
  }
}
