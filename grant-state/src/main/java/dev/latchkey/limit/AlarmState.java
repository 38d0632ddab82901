package dev.latchkey.limit;

import java.time.Duration;

/** Whether an alarm rings. */
public sealed interface AlarmState {

  /** It rings for so much longer, unless it is raised again. */
  record Ringing(Duration left) implements AlarmState {}

  /** It does not. */
  enum Silent implements AlarmState {
    SILENT,
    /** It has stopped since anybody looked; exactly one caller hears so. */
    JUST_STOPPED
  }
}
