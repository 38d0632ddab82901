package dev.latchkey.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Optional;

/** Puts the answers on one connection together, one at a time: nothing is pipelined. */
final class AnswerReader {

  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String LENGTH = "\r\ncontent-length:";
  private static final int STATUS = "HTTP/1.1 ".length();
  private static final int STATUS_DIGITS = 3;

  private Buffer held = Buffer.buffer();

  /**
   * Takes in what has come; the answer, once it is whole.
   *
   * @throws IllegalStateException for an answer without a length: none of ours is chunked
   */
  Optional<Answer> read(Buffer more) {
    held = held.length() == 0 ? more : held.appendBuffer(more);
    var text = held.toString(ISO_8859_1);
    var end = text.indexOf(END_OF_HEAD);
    if (end < 0) {
      return Optional.empty();
    }
    var head = text.substring(0, end + 2).toLowerCase(Locale.ROOT);
    var body = end + END_OF_HEAD.length();
    var whole = body + length(head);
    if (held.length() < whole) {
      return Optional.empty();
    }
    var status = Integer.parseInt(head.substring(STATUS, STATUS + STATUS_DIGITS));
    var answer = new Answer(status, held.getString(body, whole, UTF_8.name()));
    held = Buffer.buffer();
    return Optional.of(answer);
  }

  private static int length(String head) {
    var at = head.indexOf(LENGTH);
    if (at < 0) {
      throw new IllegalStateException("an answer without Content-Length: " + head);
    }
    var from = at + LENGTH.length();
    return Integer.parseInt(head.substring(from, head.indexOf("\r\n", from)).strip());
  }
}
