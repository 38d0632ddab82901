package dev.latchkey.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;

/** Makes clients of the Redis that this installation has. */
interface RedisClients {

  /**
   * A new client, which belongs to whoever makes it, until that one {@link #close closes} it.
   * Everything it does happens on the event loop of whoever makes it, whoever uses it: an event
   * loop that is to have its answers at hand makes one of its own. Fails if nobody knows who we are
   * for Redis.
   */
  Future<Redis> create();

  /** Ends a client that was made here, and all its connections. */
  void close(Redis client);

  /** Whether one connection goes to one server: in a Cluster, a batch must not leave its slot. */
  boolean toOneServer();

  /**
   * From now on this is called when clients that were made before should make place for new ones,
   * as Redis may not know us much longer by the credentials that they have.
   */
  void onRenewal(Runnable renew);
}
