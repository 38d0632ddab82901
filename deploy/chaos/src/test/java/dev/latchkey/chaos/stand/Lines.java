package dev.latchkey.chaos.stand;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.net.NetClientOptions;
import java.util.ArrayList;
import java.util.List;

/** All lines of a run, on one event loop. */
final class Lines implements AutoCloseable {

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(1)
              .setFileSystemOptions(
                  new FileSystemOptions()
                      .setFileCachingEnabled(false)
                      .setClassPathResolvingEnabled(false)));
  private final List<Line> all = new ArrayList<>();

  /** Opens one that leads nowhere yet. */
  Line open(int port) {
    var line =
        new Line(
            vertx, vertx.createNetClient(new NetClientOptions().setConnectTimeout(2_000)), port);
    line.open();
    all.add(line);
    return line;
  }

  void clear() {
    all.forEach(line -> line.set(Weather.FAIR));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
