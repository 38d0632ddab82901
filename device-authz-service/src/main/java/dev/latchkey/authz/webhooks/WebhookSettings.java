package dev.latchkey.authz.webhooks;

import dev.latchkey.oauth.origin.Network;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings, checked at start. */
@Startup
@ApplicationScoped
class WebhookSettings {

  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);
  private static final int MOST_PARALLEL = 100;
  private static final Duration SOONEST_END = Duration.ofMinutes(1);
  private static final Duration LATEST_END = Duration.ofDays(30);

  private final Duration timeout;
  private final int parallel;
  private final Duration giveUpAfter;
  private final List<Network> privateTargets;
  private final Optional<Path> trusted;

  @Inject
  WebhookSettings(WebhookConfig config) {
    timeout = config.timeout();
    check(isBetween(SHORTEST_TIMEOUT, timeout, LONGEST_TIMEOUT), "timeout is from 100 ms to 30 s");
    parallel = config.parallel();
    check(parallel >= 1 && parallel <= MOST_PARALLEL, "parallel is from 1 to 100");
    giveUpAfter = config.giveUpAfter();
    check(
        isBetween(SOONEST_END, giveUpAfter, LATEST_END),
        "give-up-after is from a minute to 30 days");
    privateTargets =
        config.privateTargets().orElse(List.of()).stream().map(WebhookSettings::network).toList();
    trusted = config.trustedCertificates();
    check(
        trusted.map(WebhookSettings::hasCertificates).orElse(true),
        "trusted-certificates names no file with certificates (PEM)");
  }

  private static boolean hasCertificates(Path file) {
    try (var in = Files.newInputStream(file)) {
      return !CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty();
    } catch (IOException | CertificateException e) {
      return false;
    }
  }

  Duration timeout() {
    return timeout;
  }

  int parallel() {
    return parallel;
  }

  Duration giveUpAfter() {
    return giveUpAfter;
  }

  List<Network> privateTargets() {
    return privateTargets;
  }

  Optional<Path> trustedCertificates() {
    return trusted;
  }

  private static Network network(String text) {
    return Network.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "latchkey.webhooks.private-targets: not a range such as 10.20.0.0/16: "
                        + text));
  }

  private static boolean isBetween(Duration least, Duration value, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  private static void check(boolean valid, String otherwise) {
    if (!valid) {
      throw new IllegalArgumentException("latchkey.webhooks." + otherwise);
    }
  }
}
