package dev.latchkey.ui.consent;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** messages/scope_*.properties: the scopes of OpenID Connect in words. */
@MessageBundle("scope")
public interface ScopeMessages {

  @Message
  String openid();

  @Message
  String profile();

  @Message
  String email();

  @Message
  String offlineAccess();

  /** Above what concerns the person's account. */
  @Message
  String yourAccount();

  /** Above what belongs to no API that has a name. */
  @Message
  String others();
}
