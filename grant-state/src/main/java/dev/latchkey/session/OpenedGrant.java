package dev.latchkey.session;

import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.UserCode;
import java.util.List;

/**
 * A grant this session has come across; its forms name it by an opaque handle.
 *
 * @param uiLocales the languages that its device wishes for pages, the preferred one first (BCP 47)
 */
public record OpenedGrant(GrantId grant, UserCode code, List<String> uiLocales) {

  public OpenedGrant {
    uiLocales = List.copyOf(uiLocales);
  }
}
