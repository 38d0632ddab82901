package dev.latchkey.e2e;

import dev.latchkey.local.LocalSystem;
import java.util.function.BiConsumer;

/**
 * A page that people come to see, and the way there. The way works in every language and each time
 * anew, with a browser that nobody has used before.
 *
 * @param name of the picture that is made of it
 * @param template which the page is made of
 * @param alone whether the way changes what others would notice: nobody else may be on theirs
 */
record Scene(String name, Template template, Way way, boolean alone) {

  /** To pages that come about only if the time or the stores are helped along. */
  interface Way {
    void lead(Visitor visitor, Tv tv, LocalSystem system);
  }

  static Scene scene(String name, String template, BiConsumer<Visitor, Tv> way) {
    return new Scene(
        name, new Template(template), (visitor, tv, system) -> way.accept(visitor, tv), false);
  }

  /** Time passes for the visitor's own request, and for nobody else's. */
  static Scene timed(String name, String template, Way way) {
    return new Scene(name, new Template(template), way, false);
  }

  static Scene alone(String name, String template, Way way) {
    return new Scene(name, new Template(template), way, true);
  }

  void show(Visitor visitor, LocalSystem system) {
    way.lead(visitor, new Tv(system.url()), system);
  }

  @Override
  public String toString() {
    return name;
  }
}
