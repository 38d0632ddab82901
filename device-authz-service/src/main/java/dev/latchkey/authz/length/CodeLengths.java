package dev.latchkey.authz.length;

import dev.latchkey.authz.audit.Audit;
import dev.latchkey.authz.metrics.Metrics;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.grant.UserCodeFormat.CharacterSet;
import dev.latchkey.limit.Alarms;
import dev.latchkey.live.CodeSpace;
import dev.latchkey.live.LiveCodes;
import dev.latchkey.oauth.store.Rounds;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The format of the next user code. What all pods have issued is known to each once a second; until
 * then a pod knows its own.
 */
@Startup // settings that make no sense are refused at start
@ApplicationScoped
public class CodeLengths {

  /** Long enough to be raised again before it ends, also after a round that failed. */
  private static final Duration ALARM_LASTS = Duration.ofMinutes(1);

  private final Rounds rounds =
      new Rounds(
          Logger.getLogger(CodeLengths.class),
          "live codes could not be counted",
          "codes stay as long as they are until Redis is back");

  private final LiveCodes liveCodes;
  private final Alarms alarms;
  private final Audit audit;
  private final Metrics metrics;
  private final Crowding crowding;
  private final Issued issued = new Issued();
  private volatile Map<CodeSpace, Long> live = new ConcurrentHashMap<>();

  CodeLengths(
      LiveCodes liveCodes, Alarms alarms, Audit audit, Metrics metrics, CodeLengthConfig config) {
    this.liveCodes = liveCodes;
    this.alarms = alarms;
    this.audit = audit;
    this.metrics = metrics;
    this.crowding = new Crowding(config);
  }

  /**
   * The format to draw a code from: the client's own, or with so many more characters that few
   * enough codes of that length are live. Digits stay as many as they are.
   */
  public UserCodeFormat next(UserCodeFormat own) {
    return switch (own.characterSet()) {
      case BASE20 -> roomy(own);
      case DIGITS -> own;
    };
  }

  /**
   * A code was issued, and is live from now on.
   *
   * @param lifetime how long it can be used
   */
  public void issued(UserCodeFormat format, Duration lifetime) {
    var space = CodeSpace.of(format);
    issued.add(space, lifetime);
    live.merge(space, 1L, Long::sum);
  }

  private UserCodeFormat roomy(UserCodeFormat own) {
    var format = own;
    while (isCrowded(CodeSpace.of(format))) {
      var longer = format.longer();
      if (longer.isEmpty()) {
        return format;
      }
      format = longer.get();
    }
    return format;
  }

  private boolean isCrowded(CodeSpace space) {
    return crowding.isReached(space, live.getOrDefault(space, 0L));
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> exchange() {
    // In a Cluster counts and alarms may be apart: if nothing can be counted, the last counts
    // stand.
    return rounds.run(count().onFailure().call(this::raiseAlarms).chain(this::raiseAlarms));
  }

  private Uni<Void> count() {
    var taken = issued.take();
    return liveCodes
        .count(taken)
        .invoke(this::learn)
        .onFailure()
        .invoke(() -> issued.giveBack(taken))
        .replaceWithVoid();
  }

  private void learn(Map<CodeSpace, Long> counted) {
    var known = new ConcurrentHashMap<>(counted);
    issued.bySpace().forEach((space, count) -> known.merge(space, count, Long::sum));
    live = known;
    metrics.liveCodes(known);
  }

  private Uni<Void> raiseAlarms() {
    var raised = Uni.createFrom().voidItem();
    for (var space : live.keySet()) {
      if (space.characterSet() == CharacterSet.DIGITS && isCrowded(space)) {
        raised = raised.chain(() -> raiseAlarm(space));
      }
    }
    return raised;
  }

  private Uni<Void> raiseAlarm(CodeSpace space) {
    return alarms
        .raise(space.alarm(), ALARM_LASTS)
        .invoke(
            first -> {
              if (first) {
                audit.codesCrowded(space, live.getOrDefault(space, 0L), crowding.most(space));
              }
            })
        .replaceWithVoid()
        // It is tried again in a second, and while it cannot be asked for no code is looked up.
        .onFailure(GrantStoreException.class)
        .recoverWithNull();
  }
}
