package dev.latchkey.ui.brand;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the footer. */
@MessageBundle("brand")
public interface BrandMessages {

  /** What a link leads to. */
  @Message
  String link(BrandLink.Kind kind);
}
