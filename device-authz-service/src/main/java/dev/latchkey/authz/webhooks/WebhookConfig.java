package dev.latchkey.authz.webhooks;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How audit events are sent to webhooks, which the registry file declares. */
@ConfigMapping(prefix = "latchkey.webhooks")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
interface WebhookConfig {

  /**
   * How long a webhook has to answer, from the look for its address on; 100 ms to 30 s. Whoever has
   * more to do than that takes the event, answers, and does it afterwards.
   */
  @WithDefault("5s")
  Duration timeout();

  /**
   * How many requests to one webhook a replica has under way at once, 1 to 100. While the webhook
   * does not take anything it is one, and that less and less often, every 30 s at last.
   */
  @WithDefault("16")
  int parallel();

  /**
   * How long an event is tried, after 5 s, 10 s and so on, every hour at last; 1 minute to 30 days.
   * After that it is a dead letter, which an administrator can have tried again. It goes with its
   * event, after {@code latchkey.audit.retention}.
   */
  @WithDefault("3d")
  Duration giveUpAfter();

  /**
   * Networks (CIDR) that are not public and may be called all the same, such as {@code
   * 10.20.0.0/16}. Without them a webhook whose name leads to a loopback, private, link-local or
   * otherwise special address is not called, so that the file cannot make this service talk to what
   * is around it.
   */
  Optional<List<String>> privateTargets();

  /**
   * A file of certificates (PEM) that webhooks are trusted by, in place of those that the JVM
   * trusts. For receivers with a certificate of the company's own. Read at start.
   */
  Optional<Path> trustedCertificates();
}
