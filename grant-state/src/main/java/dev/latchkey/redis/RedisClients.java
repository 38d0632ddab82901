package dev.latchkey.redis;

import io.vertx.redis.client.Redis;

/** Makes clients of the Redis that this installation has. */
@FunctionalInterface
interface RedisClients {

  /**
   * A new client. Everything it does happens on the event loop of whoever makes it, whoever uses
   * it: an event loop that is to have its answers at hand makes one of its own.
   */
  Redis create();
}
