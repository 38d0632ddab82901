package dev.latchkey.redis;

import io.vertx.redis.client.Redis;

/** Makes clients of the Redis that this installation has. */
interface RedisClients {

  /**
   * A new client, which belongs to whoever makes it, until that one {@link #close closes} it.
   * Everything it does happens on the event loop of whoever makes it, whoever uses it: an event
   * loop that is to have its answers at hand makes one of its own.
   */
  Redis create();

  /** Ends a client that was made here, and all its connections. */
  void close(Redis client);

  /** Whether one connection goes to one server: in a Cluster, a batch must not leave its slot. */
  boolean toOneServer();
}
