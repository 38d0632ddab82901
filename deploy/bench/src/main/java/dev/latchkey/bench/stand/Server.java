package dev.latchkey.bench.stand;

import dev.latchkey.bench.proc.ProcessFamily;

/** A server that is measured: a process that can be started again, on a port of its own. */
public interface Server {

  String title();

  int port();

  /** The process of the last start. */
  ProcessFamily process();

  /** Starts the process; returns early or late, but not before it exists. */
  void start();

  /** Ends the process as an operator would, and returns when it is gone. */
  void stop();
}
