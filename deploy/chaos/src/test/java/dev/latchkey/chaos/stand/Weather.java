package dev.latchkey.chaos.stand;

/** How a line is. */
public enum Weather {
  FAIR,
  /** Everything takes {@value Line#DELAY_MILLIS} ms more, each way. */
  SLOW,
  /** What comes is swallowed, and the connections it came on are dead for good, without a word. */
  SILENT,
  /** Now and then an answer is cut off in its middle, and its connection with it. */
  CUTTING
}
