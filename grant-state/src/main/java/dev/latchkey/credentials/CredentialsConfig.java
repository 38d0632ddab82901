package dev.latchkey.credentials;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Who we are for Redis: {@code docs/redis.md}. Without any of it, {@code quarkus.redis.*} says. */
@ConfigMapping(prefix = "latchkey.redis.credentials")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
interface CredentialsConfig {

  /**
   * The ACL user; in Sentinel mode the Sentinels must know it too, with the same password. Letters,
   * digits and {@code - . _ ~}. Without one it is Redis's own {@code default}.
   */
  Optional<String> user();

  /** Its password. */
  Optional<String> password();

  /**
   * A file with the user's name instead, for who renews names as well. Line ends around it do not
   * count.
   */
  Optional<Path> userFile();

  /**
   * A file with the password instead, such as a mounted secret, or a token that something beside us
   * renews. It is read at each connect and every 5 s; when it changes, connections are made anew,
   * without an answer that is missed.
   */
  Optional<Path> passwordFile();

  /**
   * Instead of all these: the name of a {@code CredentialsProvider} of Quarkus that was built in.
   * It is asked at each connect, and again before the {@code expires-at} that it says.
   */
  Optional<String> provider();
}
