package dev.latchkey.ui.login;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** messages/login_*.properties: signing in. */
@MessageBundle("login")
public interface LoginMessages {

  @Message
  String title();

  @Message
  String titleWrong();

  @Message
  String lead();

  @Message
  String leadTo(String client);

  @Message
  String wrong();

  @Message
  String username();

  @Message
  String password();

  @Message
  String signIn();
}
