package dev.latchkey.kubernetes.read;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields that the model does not have. It keeps them, in {@code additionalProperties} of the object
 * that they were found in, instead of refusing them: here every object is looked into.
 */
final class UnknownFields {

  private static final String KEPT = "additionalProperties";

  private final List<String> found = new ArrayList<>();

  private UnknownFields() {}

  /** Their paths: {@code spec.template.spec.container}. */
  static List<String> in(Object object) {
    var walk = new UnknownFields();
    walk.value(object, "");
    return walk.found;
  }

  private void value(@Nullable Object value, String path) {
    switch (value) {
      case null -> {}
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          value(list.get(i), path + "[" + i + "]");
        }
      }
      case Map<?, ?> map -> map.forEach((key, each) -> value(each, path + "." + key));
      case Object model when model.getClass().getName().startsWith("io.fabric8.") ->
          fields(model, path);
      default -> {}
    }
  }

  private void fields(Object model, String path) {
    for (Class<?> type = model.getClass(); type != null; type = type.getSuperclass()) {
      for (var field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        var value = read(field, model);
        if (field.getName().equals(KEPT) && value instanceof Map<?, ?> unknown) {
          unknown.keySet().forEach(key -> found.add(step(path, String.valueOf(key))));
        } else if (!model.getClass().isEnum()) {
          value(value, step(path, field.getName()));
        }
      }
    }
  }

  private static String step(String path, String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private static @Nullable Object read(Field field, Object model) {
    try {
      field.setAccessible(true);
      return field.get(model);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
