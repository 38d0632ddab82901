package dev.latchkey.ui.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** messages/page_*.properties: what every page has, and the pages that only tell. */
@MessageBundle("page")
public interface PageMessages {

  @Message
  String titleOfSite();

  @Message
  String signedIn();

  @Message
  String signOut();

  @Message
  String title(Notice notice);

  @Message
  String text(Notice notice);

  /** The words on the way back to the code. */
  @Message
  String action(Notice notice);
}
