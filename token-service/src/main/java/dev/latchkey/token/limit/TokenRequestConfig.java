package dev.latchkey.token.limit;

import dev.latchkey.oauth.limit.Rate;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How often the token endpoint may be asked for what is no ordinary life of a device. A rate is a
 * number and a time, for example {@code 30/1m}. Each pod may let a fifth more pass, 62 at most.
 */
@ConfigMapping(prefix = "latchkey.token-requests")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface TokenRequestConfig {

  /**
   * Polls from one address with device codes that nobody has, that are redeemed or another
   * client's, or of which a client with the error profile {@code auth0} has heard that they have
   * expired. An address is one of IPv4, or an IPv6 network of 64 bits. Beyond it they are told
   * {@code slow_down} with status 429, and polls with codes that exist go on as ever. All devices
   * behind an address may have such codes at once, after Redis has lost its data: too low, and they
   * wait before they hear that they must ask for new ones. Right only if {@code
   * latchkey.trusted-proxies} is.
   */
  @WithDefault("300/1m")
  Rate unknownCodesPerAddress();

  /**
   * Refreshes of one linked device, refused ones too, by the client and the DPoP key that it shows.
   * Beyond it they are answered 429 with {@code Retry-After}. A device refreshes once in the
   * lifetime of its access token: too low, and one with many processes, or that is switched on and
   * off, waits.
   */
  @WithDefault("30/1m")
  Rate refreshesPerDevice();
}
