package dev.latchkey.redis;

import io.vertx.redis.client.Redis;

/** Makes clients of the Redis that this installation has. */
interface RedisClients {

  /**
   * A new client. Everything it does happens on the event loop of whoever makes it, whoever uses
   * it: an event loop that is to have its answers at hand makes one of its own.
   */
  Redis create();

  /** Whether one connection goes to one server: in a Cluster, a batch must not leave its slot. */
  boolean toOneServer();
}
