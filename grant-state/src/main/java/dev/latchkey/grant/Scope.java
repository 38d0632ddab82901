package dev.latchkey.grant;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A list of scope tokens without repetition, in the order first named (RFC 6749 section 3.3). */
public record Scope(Set<String> tokens) {

  public static final Scope NONE = new Scope(Set.of());

  public Scope {
    tokens = Collections.unmodifiableSet(new LinkedHashSet<>(tokens));
  }

  /** Reads the wire form; empty if a token has a character that RFC 6749 does not allow. */
  public static Optional<Scope> parse(String sent) {
    return SpacedWords.parse(sent).map(Scope::new);
  }

  /** Reads what {@link #toString} wrote. */
  public static Scope stored(String written) {
    return new Scope(SpacedWords.stored(written));
  }

  public boolean contains(String token) {
    return tokens.contains(token);
  }

  /** Whether every token of {@code other} is in this scope. */
  public boolean covers(Scope other) {
    return tokens.containsAll(other.tokens);
  }

  /** The tokens of this scope that {@code others} has too. */
  public Scope intersect(Collection<String> others) {
    var kept = new LinkedHashSet<>(tokens);
    kept.retainAll(others);
    return new Scope(kept);
  }

  public boolean isEmpty() {
    return tokens.isEmpty();
  }

  /** The wire form: tokens with a space between. */
  @Override
  public String toString() {
    return SpacedWords.write(tokens);
  }
}
