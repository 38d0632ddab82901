package dev.latchkey.ui.limit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** messages/limit_*.properties: what was too often, and when to try again. */
@MessageBundle("limit")
public interface LimitMessages {

  @Message
  String title(Pause pause);

  @Message
  String text(Pause pause);

  /** The words on the way on. */
  @Message
  String action(Pause pause);

  @Message
  String inMinutes(long minutes);

  @Message
  String inSeconds(long seconds);

  /** For who could sign in instead. */
  @Message
  String withoutSigningInMinutes(long minutes);

  @Message
  String withoutSigningInSeconds(long seconds);
}
