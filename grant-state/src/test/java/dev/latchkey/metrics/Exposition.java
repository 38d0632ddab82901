package dev.latchkey.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a service tells Prometheus.
 *
 * @param types of the metrics, by name
 */
public record Exposition(Map<String, String> types, List<Sample> samples) {

  /** A number, with its tags. */
  public record Sample(String name, Map<String, String> tags, double value) {

    private static final Pattern PART = Pattern.compile("_(bucket|count|sum)$");

    /** Whether it is one of that metric, or a part of one if that is a histogram. */
    boolean isOf(String metric) {
      return name.equals(metric) || PART.matcher(name).replaceFirst("").equals(metric);
    }
  }

  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");
  private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? (\\S+)$");
  private static final Pattern TAG = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final String BUCKET = "le";
  private static final String COUNTER = "counter";
  private static final String TOTAL = "_total";

  /**
   * Reads the text format, or that of OpenMetrics. The greatest value of a histogram is left out.
   */
  public static Exposition parse(String text) {
    var types = new LinkedHashMap<String, String>();
    TYPE.matcher(text)
        .results()
        .forEach(type -> types.put(name(type.group(1), type.group(2)), type.group(2)));
    types.keySet().removeIf(name -> isGreatest(name, Set.copyOf(types.keySet())));
    return new Exposition(types, SAMPLE.matcher(text).results().map(Exposition::sample).toList());
  }

  /** The number of that name and with those tags, as in {@code outcome, served}; 0 if not told. */
  public double value(String name, String... tags) {
    var asked = new TreeMap<String, String>();
    for (var at = 0; at < tags.length; at += 2) {
      asked.put(tags[at], tags[at + 1]);
    }
    return samples.stream()
        .filter(sample -> sample.name().equals(name) && sample.tags().equals(asked))
        .mapToDouble(Sample::value)
        .findFirst()
        .orElse(0);
  }

  /** The tags of a metric, each with its values. */
  Map<String, Set<String>> tags(String metric) {
    var tags = new TreeMap<String, Set<String>>();
    samples.stream()
        .filter(sample -> sample.isOf(metric))
        .flatMap(sample -> sample.tags().entrySet().stream())
        .filter(tag -> !tag.getKey().equals(BUCKET))
        .forEach(
            tag ->
                tags.computeIfAbsent(tag.getKey(), first -> new TreeSet<>()).add(tag.getValue()));
    return tags;
  }

  /** OpenMetrics calls a counter otherwise than its sample. */
  private static String name(String name, String type) {
    return type.equals(COUNTER) && !name.endsWith(TOTAL) ? name + TOTAL : name;
  }

  private static boolean isGreatest(String name, Set<String> names) {
    var whole = name.replaceFirst("_max$", "");
    return !whole.equals(name) && names.contains(whole);
  }

  private static Sample sample(MatchResult sample) {
    var tags = new TreeMap<String, String>();
    var told = sample.group(2);
    if (told != null) {
      TAG.matcher(told).results().forEach(tag -> tags.put(tag.group(1), tag.group(2)));
    }
    return new Sample(sample.group(1), tags, Double.parseDouble(infinite(sample.group(3))));
  }

  private static String infinite(String value) {
    return value.replace("Inf", "Infinity");
  }
}
