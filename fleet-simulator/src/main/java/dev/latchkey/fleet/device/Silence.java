package dev.latchkey.fleet.device;

/** No answer at all. */
public enum Silence implements Failure {
  /** The device went off the net after it had asked; the scenario wanted it. */
  DROPPED("dropped by the device"),
  TIMEOUT("timeout"),
  REFUSED("connection refused"),
  CONNECT_TIMEOUT("connect timeout"),
  UNKNOWN_HOST("name not found"),
  UNTRUSTED("certificate not trusted"),
  /** For a reason of another kind. */
  UNREACHABLE("no connection"),
  RESET("connection lost");

  private final String code;

  Silence(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
