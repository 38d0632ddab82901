package dev.latchkey.e2e;

import java.util.function.BiConsumer;

/**
 * A page that people come to see, and the way there. The way works in every language and each time
 * anew, with a browser that nobody has used before.
 *
 * @param name of the picture that is made of it
 */
record Scene(String name, BiConsumer<Visitor, Tv> way) {

  void show(Visitor visitor, Tv tv) {
    way.accept(visitor, tv);
  }

  @Override
  public String toString() {
    return name;
  }
}
