package dev.latchkey.bench.stand;

import java.util.List;

/** All that are measured. */
public record Servers(Server token, Server authz, Server pages, Server bareRest, Server bareVertx) {

  public List<Server> all() {
    return List.of(token, authz, pages, bareRest, bareVertx);
  }
}
