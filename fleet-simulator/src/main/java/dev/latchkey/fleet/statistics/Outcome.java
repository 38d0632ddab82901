package dev.latchkey.fleet.statistics;

/**
 * How requests ended, for counting.
 *
 * @param status 0 where there was no answer
 * @param code an error code, or words of ours
 */
public record Outcome(int status, String code) implements Comparable<Outcome> {

  public String label() {
    return status == 0 ? code : status + " " + code;
  }

  @Override
  public int compareTo(Outcome other) {
    return label().compareTo(other.label());
  }
}
