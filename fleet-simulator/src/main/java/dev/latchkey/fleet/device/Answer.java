package dev.latchkey.fleet.device;

/** What became of one request. */
public sealed interface Answer permits StartAnswer, PollAnswer {

  /** The word for it in reports: an error code of the specifications, or ours in plain words. */
  String code();
}
