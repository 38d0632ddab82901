package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.FakeServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, because the log that it listens to is that of all tests. */
@Isolated
class HangUpTest {

  @Test
  void itIsNoNewsThatADeviceHangsUp(@TempDir Path folder) {
    var news = new CopyOnWriteArrayList<String>();
    var listener = listener(news);
    var root = Logger.getLogger("");
    root.addHandler(listener);
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            question.response().setChunked(true).write("{");
            return true;
          };

      // When
      var outcome =
          new Fleet(folder)
              .run(
                  server, "lost", "--devices=20", "--rate=1000", "--lost-share=1", "--duration=1s");

      // Then
      assertThat(outcome.answers("start", "dropped by the device")).isPositive();
      assertThat(news).isEmpty();
    } finally {
      root.removeHandler(listener);
    }
  }

  private static Handler listener(List<String> news) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        if (String.valueOf(record.getLoggerName()).startsWith("io.vertx.core.http")) {
          news.add(record.getMessage());
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
