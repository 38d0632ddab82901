package dev.latchkey.chaos.stand;

import dev.latchkey.local.Part;
import dev.latchkey.local.Ports;
import java.util.List;
import java.util.stream.IntStream;

/** Which port is whose: away from those of all other tests. */
final class Plan {

  static final int GATEWAY = 18_700;
  static final int DATABASE_LINE = 18_740;

  static final List<Part> SERVICES = Part.SERVICES;

  private static final int SECOND = 3;
  private static final int SERVICE_LINES = 18_730;
  private static final int REDIS_LINES = 18_741;
  private static final int REDIS_NODES = 6;

  private Plan() {}

  static int database() {
    return new Ports(GATEWAY).of(Part.POSTGRES);
  }

  /** Of a service's process: the first one's is the local system's. */
  static int process(Part service, int replica) {
    return new Ports(GATEWAY).of(service) + replica * SECOND;
  }

  /** Where the gateway finds it. */
  static int line(Part service, int replica) {
    return SERVICE_LINES + process(service, replica) - GATEWAY;
  }

  static List<Integer> redisLines() {
    return IntStream.range(REDIS_LINES, REDIS_LINES + REDIS_NODES).boxed().toList();
  }
}
