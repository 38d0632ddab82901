package dev.latchkey.token.grant;

import java.util.Optional;

/** Who sends a poll. */
@FunctionalInterface
public interface Caller {

  /** The network address, worked out when it is asked for; empty if nobody is there any more. */
  Optional<String> address();
}
