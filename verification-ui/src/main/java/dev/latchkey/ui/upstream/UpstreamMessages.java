package dev.latchkey.ui.upstream;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** messages/upstream_*.properties: on the way to a provider, and when nothing came of it. */
@MessageBundle("upstream")
interface UpstreamMessages {

  @Message
  String button(String provider);

  @Message
  String or();

  @Message
  String leaving_title(String provider);

  @Message
  String leaving_text();

  @Message
  String leaving_action();

  @Message
  String title(UpstreamFailure failure, String provider);

  @Message
  String text(UpstreamFailure failure, String provider);

  @Message
  String code_still_works();

  @Message
  String again();

  @Message
  String other_way();

  @Message
  String back_to_code();
}
