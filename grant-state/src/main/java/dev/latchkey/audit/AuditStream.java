package dev.latchkey.audit;

/** Each service's view of the audit events: it hands its own over, and cannot read any. */
public interface AuditStream {

  /**
   * Hands an event over. It is sent soon, together with others, again and again until Redis has it;
   * so it may arrive twice, and it is lost with this process. Never fails and waits for nothing.
   * What finds no place, because Redis is full or has been away for too long, is lost and counted.
   *
   * @param event one JSON object with an id, by which whoever reads it twice can tell
   */
  void append(String event);

  /**
   * How many events have been lost since somebody asked, once there is room again; 0 until then. Of
   * many callers one hears of each.
   */
  long takeLost();

  /** What has become of the events of this process. */
  Tally tally();

  /**
   * Counts since the start of the process.
   *
   * @param appended Redis has them
   * @param lost they found no place
   * @param failures calls to Redis that failed, each of which is repeated
   * @param waiting they are in memory as of now
   */
  record Tally(long appended, long lost, long failures, int waiting) {}
}
