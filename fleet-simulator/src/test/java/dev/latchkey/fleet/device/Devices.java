package dev.latchkey.fleet.device;

import java.time.Duration;

/** Devices and trips as tests speak of them: in seconds. */
final class Devices {

  private Devices() {}

  /** One that has its codes since 0, for ten minutes, with an interval of 5 s. */
  static Device polling(Habits habits) {
    return polling(habits, Duration.ofSeconds(5));
  }

  static Device polling(Habits habits, Duration interval) {
    var device = new Device(habits);
    device.switchOn(0);
    device.started(
        new Codes("device", "USER", "https://h/", null, Duration.ofMinutes(10), interval),
        trip(0, 0));
    return device;
  }

  static Trip trip(double sent, double answered) {
    return new Trip(seconds(sent), seconds(answered));
  }

  static long seconds(double seconds) {
    return (long) (seconds * 1e9);
  }
}
