package dev.latchkey.token.keys;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * What tokens are signed with, and how signing keys follow each other. The same on every replica.
 */
@ConfigMapping(prefix = "latchkey.signing")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface SigningConfig {

  /**
   * {@code ES256}, {@code RS256} or {@code EdDSA} (Ed25519). May be changed on a running fleet: the
   * new algorithm's first key is published for {@code publish-ahead} before it signs, and until
   * then the old algorithm goes on. There is always an RS256 key besides, for clients that want
   * one.
   */
  @WithDefault("ES256")
  @WithConverter(AlgorithmConverter.class)
  Algorithm algorithm();

  /** How long a key signs before the next one takes over. At least twice {@code publish-ahead}. */
  @WithDefault("90d")
  Duration rotateEvery();

  /**
   * How long a new key is in the JWK Set before it signs. At least {@code jwks-max-age} and twice
   * {@code check-every}; what is more bridges a replica that cannot read PostgreSQL, and clocks
   * that differ.
   */
  @WithDefault("1h")
  Duration publishAhead();

  /** How long verifiers may cache the JWK Set. */
  @WithDefault("5m")
  Duration jwksMaxAge();

  /**
   * How long a key stays published after it has signed its last token. At least the longest
   * lifetime of any token, or tokens die before their end; the default covers the 24 h that an API
   * may declare.
   */
  @WithDefault("25h")
  Duration keepAfter();

  /**
   * How often each replica re-reads the keys and takes the steps that are due; a key that an
   * administrator deletes signs and verifies on other replicas for that long. At least 1 s.
   */
  @WithDefault("10s")
  Duration checkEvery();
}
