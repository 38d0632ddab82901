package dev.latchkey.local;

/**
 * Where one public path is served.
 *
 * @param path without a slash at its end
 * @param below whether it includes the paths below it
 */
public record Route(String path, boolean below, Part service, Absence absence) {

  boolean matches(String requested) {
    return requested.equals(path) || (below && requested.startsWith(path + "/"));
  }
}
