package dev.latchkey.ui.passkey;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words about passkeys; in messages/passkey_*.properties. */
@MessageBundle("passkey")
public interface PasskeyMessages {

  @Message
  String or();

  @Message
  String signIn();

  @Message
  String title();

  @Message
  String about();

  @Message
  String none();

  @Message
  String label();

  @Message
  String newLabel();

  @Message
  String labelHint();

  @Message
  String unnamed();

  @Message
  String added();

  @Message
  String used();

  @Message
  String rename();

  @Message
  String remove();

  @Message
  String add();

  @Message
  String again();

  @Message
  String signInAgain();

  @Message
  String script();

  @Message
  String cancelled();

  @Message
  String already();

  @Message
  String failed();

  @Message
  String problem(PasskeyProblem problem);
}
