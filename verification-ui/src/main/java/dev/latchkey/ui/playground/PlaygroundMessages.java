package dev.latchkey.ui.playground;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the playground; the scripts find theirs in the page. */
@MessageBundle("playground")
public interface PlaygroundMessages {

  @Message
  String title();

  @Message
  String lead();

  @Message
  String scriptNeeded();

  @Message
  String client();

  @Message
  String scope();

  @Message
  String number();

  @Message
  String start();

  @Message
  String screen();

  @Message
  String goTo(String address);

  @Message
  String openHere();

  @Message
  String qrAlt();

  @Message
  String validFor(String time);

  @Message
  String asking();

  @Message
  String waiting();

  @Message
  String slowed(String seconds);

  @Message
  String approved();

  @Message
  String denied();

  @Message
  String expired();

  @Message
  String failed(String error);

  @Message
  String unreachable();

  @Message
  String numberAsk();

  @Message
  String numberSend();

  @Message
  String numberNext();

  @Message
  String numberWrong(String left);

  @Message
  String tokens();

  @Message
  String userinfo();

  @Message
  String refresh();

  @Message
  String revoke();

  @Message
  String refreshed();

  @Message
  String revoked();

  @Message
  String accessToken();

  @Message
  String refreshToken();

  @Message
  String idToken();

  @Message
  String header();

  @Message
  String payload();

  @Message
  String opaque();

  @Message
  String exchanges();

  @Message
  String noAnswer();

  @Message
  String deviceName();
}
