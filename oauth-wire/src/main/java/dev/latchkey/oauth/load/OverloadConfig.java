package dev.latchkey.oauth.load;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** From when on a pod sends requests away with 503 instead of letting all of them wait. */
@ConfigMapping(prefix = "latchkey.overload")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface OverloadConfig {

  /**
   * How many requests of one pod may wait for a store or a signature at a time; polls that are held
   * do not count, keys and metadata neither. What comes beyond is answered 503 at once. At 20,000
   * requests a second so many are under way if each takes 50 ms, ten times what one takes while all
   * is well; and it is below {@code latchkey.sql.parallel}, so that a fleet that comes back is sent
   * away here, where that costs least.
   */
  @WithDefault("1000")
  int inFlight();

  /**
   * How late the event loops may be before some requests are answered 503, the more the longer they
   * stay so. A request meets an event loop twice, when it comes and when the store has answered, so
   * with 20 ms it is answered within some 50 ms. Less than 5 ms cannot be told from none. With
   * {@code 1h} nothing is sent away for it.
   */
  @WithDefault("20ms")
  Duration lag();
}
