package dev.latchkey.ui.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** messages/people_*.properties: the way to the pages of whoever is signed in. */
@MessageBundle("people")
public interface PeopleMessages {

  @Message
  String yours();

  @Message
  String devices();

  @Message
  String account();
}
