package dev.latchkey.ui.page;

/** Pages that only tell: what is the matter, and what to do next. */
public enum Notice {
  EXPIRED(
      410,
      "This code has expired",
      "Codes only work for a few minutes. Ask your device for a new one, then enter that.",
      "Enter a new code"),
  IN_USE(
      409,
      "This code is open in another browser",
      "Finish there. If that is not possible, leave it alone for two minutes and try again here. If"
          + " it was not you, ask your device for a new code.",
      "Try again"),
  ALREADY_APPROVED(
      410,
      "This code was already approved",
      "A code works once. Return to your device: it should carry on by itself. If it does not, or if"
          + " it was not you who approved, ask it for a new code.",
      "Enter another code"),
  ALREADY_DENIED(
      410,
      "This request was denied",
      "That is final: the device was not let in. If you want to let it in after all, ask it for a"
          + " new code.",
      "Enter a new code"),
  GONE(
      410,
      "This code is no longer valid",
      "It has expired or was used. Ask your device for a new one, then enter that.",
      "Enter a new code"),
  STALE_FORM(
      403,
      "This page is out of date",
      "It was open for too long, or you signed in or out in the meantime. Reload and try again;"
          + " nothing has been changed. Cookies must be allowed for this site.",
      "Start again"),
  NOT_OURS(
      403,
      "That did not come from this site",
      "For your safety we only accept forms sent from our own pages. Nothing has been changed."
          + " Reload and try again.",
      "Start again"),
  BAD_REQUEST(
      400,
      "We could not read that",
      "Something in what your browser sent is not as it should be. Nothing has been changed.",
      "Start again"),
  NOT_FOUND(
      404,
      "There is no page here",
      "The address may be mistyped. To connect a device, enter the code it shows.",
      "Enter a code"),
  WRONG_METHOD(
      405,
      "That does not work here",
      "This address cannot be used in that way. To connect a device, enter the code it shows.",
      "Enter a code"),
  TOO_LARGE(
      413,
      "That was too long",
      "What you entered is longer than any code or password of ours. Nothing has been changed.",
      "Start again"),
  FAILED(
      500,
      "Something went wrong",
      "This is our fault, not yours. Please try again; if it happens again, tell whoever runs this"
          + " service.",
      "Start again"),
  BUSY(
      503,
      "Try again in a moment",
      "We cannot answer just now. Nothing has been changed: your code stays valid. Wait a few"
          + " seconds, then reload this page.",
      "Enter a code");

  private final int status;
  private final String title;
  private final String text;
  private final String action;

  Notice(int status, String title, String text, String action) {
    this.status = status;
    this.title = title;
    this.text = text;
    this.action = action;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String text() {
    return text;
  }

  /** The words on the way back to the code. */
  public String action() {
    return action;
  }

  /** The page for a status that the framework chose. */
  static Notice of(int status) {
    return switch (status) {
      case 404 -> NOT_FOUND;
      case 405 -> WRONG_METHOD;
      case 413, 414 -> TOO_LARGE;
      case 503 -> BUSY;
      default -> status < 500 ? BAD_REQUEST : FAILED;
    };
  }
}
