package dev.latchkey.oauth.error;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.oauth.store.StoreUnavailableException;

/** How a request fails, as far as metrics tell. */
public enum Failing {
  /** The client is to do something else. */
  REFUSED,
  /** Too many come: the client is to come again later. */
  LIMITED,
  /** An operator has switched it off for now: the client is to come again later. */
  SWITCHED_OFF,
  /** A store is away: the client is to come again. */
  UNAVAILABLE,
  /** By a mistake of ours. */
  FAILED;

  public static Failing of(Throwable failure) {
    return switch (failure) {
      case OAuthException ignored -> REFUSED;
      case TooManyRequestsException ignored -> LIMITED;
      case SwitchedOffException ignored -> SWITCHED_OFF;
      case GrantStoreException ignored -> UNAVAILABLE;
      case StoreUnavailableException ignored -> UNAVAILABLE;
      default -> FAILED;
    };
  }
}
