package dev.latchkey.chaos.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/** A connection to a node that was there before all others were refused. */
final class HeldRedis implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 5_000;

  private final Socket socket;
  private final BufferedReader in;

  HeldRedis(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
  }

  /** One command, whose reply is one line. */
  void tell(String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
    var reply = in.readLine();
    if (reply == null || reply.startsWith("-")) {
      throw new IOException(command + ": " + reply);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
