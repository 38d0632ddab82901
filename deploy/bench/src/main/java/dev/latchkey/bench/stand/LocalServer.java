package dev.latchkey.bench.stand;

import dev.latchkey.bench.proc.ProcessFamily;
import dev.latchkey.local.ProcessPart;

/** One of the three services. */
record LocalServer(ProcessPart part) implements Server {

  @Override
  public String title() {
    return part.title();
  }

  @Override
  public int port() {
    return part.port();
  }

  @Override
  public ProcessFamily process() {
    return new ProcessFamily(part.process());
  }

  @Override
  public void start() {
    part.start();
  }

  @Override
  public void stop() {
    part.stop();
  }
}
