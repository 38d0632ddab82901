package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which labels a selector means, as the API server decides it; an empty one means all. */
final class Selection {

  private Selection() {}

  static boolean matches(@Nullable LabelSelector selector, Map<String, String> labels) {
    return selector != null
        && contains(labels, selector.getMatchLabels())
        && selector.getMatchExpressions().stream().allMatch(each -> meets(each, labels));
  }

  static boolean contains(Map<String, String> labels, @Nullable Map<String, String> wanted) {
    return labels.entrySet().containsAll(Objects.requireNonNullElse(wanted, Map.of()).entrySet());
  }

  private static boolean meets(LabelSelectorRequirement wanted, Map<String, String> labels) {
    var value = labels.get(wanted.getKey());
    return switch (wanted.getOperator()) {
      case "In" -> value != null && wanted.getValues().contains(value);
      case "NotIn" -> value == null || !wanted.getValues().contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> throw new IllegalArgumentException("no operator: " + wanted.getOperator());
    };
  }
}
