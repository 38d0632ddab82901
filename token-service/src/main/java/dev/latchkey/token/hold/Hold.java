package dev.latchkey.token.hold;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantNews;
import dev.latchkey.grant.GrantNews.Listening;
import dev.latchkey.grant.GrantNews.News;
import dev.latchkey.token.grant.Caller;
import dev.latchkey.token.grant.DeviceGrant;
import dev.latchkey.token.grant.Poll;
import dev.latchkey.token.grant.PollAnswer;
import dev.latchkey.token.grant.PollAnswer.Withheld;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One poll that is held. It lives on the event loop of its connection, so that nothing is locked,
 * and a client that has hung up is known to have before anything is claimed for it. There are
 * thousands: it keeps the poll, and no form, request or thread.
 */
final class Hold {

  /** Over so long all who may have missed something look again, not all at once. */
  private static final int LOOK_AGAIN_WITHIN_MILLIS = 1_000;

  /** Over so long all go when the pod is about to leave; the manifests leave it 8 s for that. */
  private static final int LEAVE_WITHIN_MILLIS = 2_000;

  private final Poll poll;
  private final Duration wait;
  private final Runnable waits;
  private final DeviceGrant grant;
  private final Vertx vertx;
  private final ContextInternal loop;
  private final UniEmitter<? super HeldAnswer> answer;

  private @Nullable Listening listening;
  private @Nullable Cancellable asking;

  private @Nullable Future<?> endOfWait;

  /** Whether the first poll has found nothing: from then on it waits. */
  private boolean held;

  private boolean busy;
  private boolean newsToLookAt;
  private boolean timeIsUp;
  private boolean over;

  Hold(
      Poll poll,
      Duration wait,
      Runnable waits,
      DeviceGrant grant,
      Vertx vertx,
      UniEmitter<? super HeldAnswer> answer) {
    this.poll = poll;
    this.wait = wait;
    this.waits = waits;
    this.grant = grant;
    this.vertx = vertx;
    this.loop = (ContextInternal) vertx.getOrCreateContext();
    this.answer = answer;
  }

  /** Listens first, so that nothing is decided between the poll and the wait without a word. */
  void begin(GrantNews news, Caller caller) {
    news.listen(poll.grant(), heard -> onLoop(() -> hear(heard)))
        .subscribe()
        .with(
            opened -> {
              listening = opened;
              if (over) {
                opened.close();
              } else {
                ask(grant.answer(poll, caller));
              }
            },
            deaf -> {
              // Whom nobody would wake does not wait.
              timeIsUp = true;
              if (!over) {
                ask(grant.answer(poll, caller));
              }
            });
  }

  ClientId client() {
    return poll.client().id();
  }

  /** As {@link #leave}, at some moment of the next two seconds. */
  void leaveSoon() {
    soon(LEAVE_WITHIN_MILLIS, this::leave);
  }

  /** It is not to wait any longer: the pod is about to leave, or its client is switched off. */
  void leave() {
    onLoop(
        () -> {
          timeIsUp = true;
          if (held && !busy && !over) {
            found(Withheld.PENDING);
          }
        });
  }

  /** There is nobody to answer any more. */
  void end() {
    over = true;
    if (endOfWait != null) {
      endOfWait.cancel(false);
    }
    if (asking != null) {
      asking.cancel();
    }
    if (listening != null) {
      listening.close();
    }
  }

  private void hear(News news) {
    switch (news) {
      case CHANGED -> lookAgain();
      case MISSED -> {
        if (!over) {
          soon(LOOK_AGAIN_WITHIN_MILLIS, this::lookAgain);
        }
      }
    }
  }

  private void lookAgain() {
    if (over) {
      return;
    }
    if (busy || !held) {
      newsToLookAt = true;
    } else {
      newsToLookAt = false;
      ask(grant.answerAgain(poll));
    }
  }

  private void ask(Uni<PollAnswer> question) {
    busy = true;
    var asked = question.subscribe().with(this::found, answer::fail);
    asking = busy ? asked : null;
  }

  private void found(PollAnswer found) {
    busy = false;
    asking = null;
    if (found != Withheld.PENDING || timeIsUp) {
      answer.complete(new HeldAnswer(found, held ? wait : null));
      return;
    }
    if (!held) {
      held = true;
      waits.run();
      // There are thousands, and a timer of Vert.x keeps 150 bytes more.
      endOfWait =
          loop.nettyEventLoop()
              .schedule(() -> onLoop(this::endWait), wait.toMillis(), TimeUnit.MILLISECONDS);
    }
    if (newsToLookAt) {
      lookAgain();
    }
  }

  private void endWait() {
    timeIsUp = true;
    lookAgain();
  }

  private void soon(int withinMillis, Runnable step) {
    var when = ThreadLocalRandom.current().nextInt(1, withinMillis);
    vertx.setTimer(when, later -> step.run());
  }

  private void onLoop(Runnable step) {
    loop.runOnContext(there -> step.run());
  }
}
