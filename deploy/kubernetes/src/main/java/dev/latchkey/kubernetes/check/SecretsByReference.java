package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No secret is in a manifest: only where it is to be found. */
final class SecretsByReference implements Check {

  private static final Pattern SECRET =
      Pattern.compile(".*(PASSWORD|SECRET|PEPPER|MASTER_KEY|PRIVATE_KEY|CREDENTIAL).*");

  /** A line of a file of settings, whose value is neither nothing nor a variable's. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[ \\t]*+(?<name>[^#!\\s=:][^\\s=:]*+)[ \\t]*+[=:]?+[ \\t]*+(?!\\$\\{\\w+}[ \\t]*$)\\S");

  /**
   * By the last part of a setting's name, or as one of several; not that of a file, or of whom to
   * ask.
   */
  private static final Pattern SETTING =
      Pattern.compile(
          "(.*\\.)?([\\w\"-]*(password|secret|pepper|master-key|private-key|credential)[\\w\"-]*(?<!-file|-provider|-provider-name)"
              + "|secrets\\.[^.]+)");

  /** Of an address or of its parameters, unless a variable stands there. */
  private static final Pattern WITHIN =
      Pattern.compile("://[^/\\s:@]*:(?!\\$)[^/\\s@]+@|(?i:password)=(?![\"']?\\$)[^\\s&]");

  @Override
  public Stream<String> violations(Installation installation) {
    return Stream.of(
            installation
                .all(Secret.class)
                .map(secret -> Installation.name(secret) + ": a secret in the manifests"),
            installation.all(ConfigMap.class).flatMap(SecretsByReference::of),
            installation.workloads().flatMap(SecretsByReference::of))
        .flatMap(all -> all);
  }

  private static Stream<String> of(ConfigMap map) {
    var data = Objects.requireNonNullElse(map.getData(), Map.<String, String>of());
    return data.entrySet().stream()
        .flatMap(
            entry ->
                Stream.of(
                        Stream.of(entry.getKey()).filter(key -> SECRET.matcher(key).matches()),
                        settings(entry),
                        Stream.of(entry)
                            .filter(each -> WITHIN.matcher(each.getValue()).find())
                            .map(each -> "a password within " + each.getKey()))
                    .flatMap(wrong -> wrong))
        .map(key -> "%s: %s belongs in a Secret".formatted(Installation.name(map), key));
  }

  private static Stream<String> settings(Map.Entry<String, String> file) {
    return file.getKey().endsWith(".properties")
        ? LINE.matcher(file.getValue())
            .results()
            .map(line -> line.group("name"))
            .filter(name -> SETTING.matcher(name).matches())
        : Stream.of();
  }

  private static Stream<String> of(Workload workload) {
    return workload
        .containers()
        .flatMap(
            container ->
                Stream.concat(
                    container.getEnv().stream()
                        .filter(each -> SECRET.matcher(each.getName()).matches())
                        .filter(
                            each ->
                                each.getValueFrom() == null
                                    || each.getValueFrom().getSecretKeyRef() == null)
                        .map(
                            each ->
                                "%s: %s is not taken from a Secret"
                                    .formatted(workload.name(container), each.getName())),
                    container.getEnv().stream()
                        .filter(each -> each.getValue() != null)
                        .filter(each -> WITHIN.matcher(each.getValue()).find())
                        .map(
                            each ->
                                "%s: a password within %s"
                                    .formatted(workload.name(container), each.getName()))));
  }
}
