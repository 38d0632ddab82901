package dev.latchkey.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import redis.embedded.RedisExecProvider;

/** A real redis-server, from the embedded library, without persistence. */
final class RedisStore extends ProcessPart {

  private static final int TIMEOUT_MILLIS = 500;

  private final Path binaries;
  private final Path folder;
  private final Leftovers leftovers;

  RedisStore(
      int port, Path binaries, RunFolder run, Leftovers leftovers, Consumer<ProcessPart> death) {
    super(Part.REDIS.title(), port, run.log("redis"), death);
    this.binaries = binaries;
    this.folder = run.redis();
    this.leftovers = leftovers;
  }

  @Override
  ProcessHandle launch() throws IOException {
    var process =
        new ProcessBuilder(
                List.of(
                    executable().toString(),
                    "--bind",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(port()),
                    "--dir",
                    folder.toString(),
                    "--save",
                    "",
                    "--appendonly",
                    "no"))
            .redirectErrorStream(true)
            .redirectOutput(logFile().redirect())
            .start()
            .toHandle();
    leftovers.note(title(), process);
    return process;
  }

  @Override
  boolean isReady() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(Loopback.V4, port()), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(5), US_ASCII).equals("+PONG");
    } catch (IOException e) {
      return false;
    }
  }

  /** The library unpacks its server anew at each call; once is enough. */
  private Path executable() throws IOException {
    var kept = binaries.resolve("redis-server-" + RedisExecProvider.redisVersion);
    if (!Files.isExecutable(kept)) {
      Files.createDirectories(binaries);
      var unpacked = RedisExecProvider.defaultProvider().get().toPath();
      var whole = Files.createTempFile(binaries, "redis-server-", ".tmp");
      Files.copy(unpacked, whole, REPLACE_EXISTING, COPY_ATTRIBUTES);
      Files.move(whole, kept, ATOMIC_MOVE); // another run may be at the same
    }
    return kept;
  }
}
