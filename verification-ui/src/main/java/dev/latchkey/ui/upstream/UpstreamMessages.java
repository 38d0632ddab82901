package dev.latchkey.ui.upstream;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * messages/upstream_*.properties: the way to a provider, and what to do when nothing came of it.
 */
@MessageBundle("upstream")
public interface UpstreamMessages {

  @Message
  String button(String provider);

  @Message
  String or();

  @Message
  String leavingTitle(String provider);

  @Message
  String leavingText();

  @Message
  String leavingAction();

  @Message
  String refusedTitle(String provider);

  @Message
  String refusedText();

  @Message
  String errorTitle(String provider);

  @Message
  String errorText();

  @Message
  String awayTitle(String provider);

  @Message
  String awayText();

  @Message
  String untrustedTitle(String provider);

  @Message
  String untrustedText();

  @Message
  String staleTitle();

  @Message
  String staleText();

  @Message
  String notFreshTitle(String provider);

  @Message
  String notFreshText();

  @Message
  String stoppedTitle();

  @Message
  String stoppedText(String provider);

  @Message
  String codeStillWorks();

  @Message
  String again();

  @Message
  String otherWay();

  @Message
  String backToCode();
}
