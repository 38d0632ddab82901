package dev.latchkey.redis;

import io.vertx.core.AsyncResult;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the Redis client says that a connection is of no use any more. */
final class Unserved {

  /**
   * Replies of a server that cannot serve us any more, such as a primary that was demoted, or one
   * that has forgotten who we are. In a Cluster the client then tells it the password, but not the
   * user, and we hear what the server says to that.
   */
  private static final Set<String> WRONG_SERVER =
      Set.of(
          "READONLY",
          "LOADING",
          "MASTERDOWN",
          "CLUSTERDOWN",
          "NOREPLICAS",
          "NOAUTH",
          "WRONGPASS",
          "ERR AUTH <password> called without any password");

  /** The client's words for a command that it has not written to the socket. */
  private static final String NEVER_SENT = "Connection is closed";

  /** The same for one that it had no socket for: a Cluster has moved what it asks for. */
  private static final String NOWHERE_TO_SEND = "Failed obtaining connection";

  private Unserved() {}

  /** Whether it can be sent again without being done twice. */
  static boolean isNeverSent(AsyncResult<?> result) {
    if (result.succeeded()) {
      return false;
    }
    var message = result.cause().getMessage();
    return message != null && (message.equals(NEVER_SENT) || message.startsWith(NOWHERE_TO_SEND));
  }

  /** In a batch, the client folds the error replies into one of another prefix. */
  static boolean isWrongServer(@Nullable Throwable failure) {
    return failure instanceof ErrorType
        && WRONG_SERVER.stream().anyMatch(failure.toString()::contains);
  }
}
