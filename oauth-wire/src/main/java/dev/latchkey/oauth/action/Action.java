package dev.latchkey.oauth.action;

import dev.latchkey.oauth.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** What is asked at one trigger: a hook, or nobody if there is none. */
public interface Action {

  /**
   * The hook's verdict. Fails with {@link StoreUnavailableException} if it could not be had and the
   * operator wants nothing decided without it.
   *
   * @param request made only if there is a hook
   */
  Uni<Verdict> ask(Supplier<ActionRequest> request);
}
