package dev.latchkey.bench.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** One connection, with at most one request on its way. */
final class Lane {

  private final NetSocket socket;
  private final Run run;
  private final AnswerReader reader = new AnswerReader();
  private int form = Forms.OVER;
  private long due;

  Lane(NetSocket socket, Run run) {
    this.socket = socket;
    this.run = run;
    socket.handler(this::read).closeHandler(end -> closed());
  }

  /** Sends a form that was, or is, due at that moment. */
  void send(int form, long due) {
    this.form = form;
    this.due = due;
    var unused = socket.write(run.forms().request(form));
  }

  void hangUp() {
    var unused = socket.close();
  }

  private void read(Buffer more) {
    reader
        .read(more)
        .ifPresent(
            answer -> {
              run.count(answer.kind(), due);
              run.forms().answered(form, answer);
              form = Forms.OVER;
              run.free(this);
            });
  }

  private void closed() {
    if (form != Forms.OVER) {
      run.count(Run.LOST, due);
    }
    run.closed(this);
  }
}
