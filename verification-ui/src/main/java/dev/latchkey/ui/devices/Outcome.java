package dev.latchkey.ui.devices;

/** What the list of devices says at its head, after something was done. */
enum Outcome {
  RENAMED,
  UNLINKED,
  ALL_UNLINKED
}
