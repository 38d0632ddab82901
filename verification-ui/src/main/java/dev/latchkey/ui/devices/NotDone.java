package dev.latchkey.ui.devices;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/** templates/NotDone.html: why a wish was not fulfilled, or may not have been. */
record NotDone(FormFields form, Trouble trouble) implements TemplateInstance {

  /** What is the matter. */
  enum Trouble {
    NO_DEVICE(404),
    NOT_DONE(503),
    UNSURE(503);

    private final int status;

    Trouble(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }
  }
}
