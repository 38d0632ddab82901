package dev.latchkey.bench.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** One connection, with one request on its way. */
final class Lane {

  private final NetSocket socket;
  private final Run run;
  private final AnswerReader reader = new AnswerReader();
  private int form = Forms.OVER;

  Lane(NetSocket socket, Run run) {
    this.socket = socket;
    this.run = run;
    socket.handler(this::read).closeHandler(end -> closed());
  }

  /** Sends the next form, or hangs up when there is none. */
  void next() {
    form = run.next();
    var unused = form == Forms.OVER ? socket.close() : socket.write(run.forms().request(form));
  }

  private void read(Buffer more) {
    reader
        .read(more)
        .ifPresent(
            answer -> {
              run.count(answer.kind());
              run.forms().answered(form, answer);
              next();
            });
  }

  private void closed() {
    if (form != Forms.OVER) {
      run.count(Run.LOST);
    }
    run.closed();
  }
}
