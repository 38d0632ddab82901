package dev.latchkey.grant;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A list of scope tokens without repetition, in the order first named (RFC 6749 section 3.3). */
public record Scope(Set<String> tokens) {

  public static final Scope NONE = new Scope(Set.of());

  private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  public Scope {
    tokens = Collections.unmodifiableSet(new LinkedHashSet<>(tokens));
  }

  /** Reads the wire form; empty if a token has a character that RFC 6749 does not allow. */
  public static Optional<Scope> parse(String sent) {
    var tokens = new LinkedHashSet<String>();
    for (var token : sent.split(" ", -1)) {
      if (token.isEmpty()) {
        continue;
      }
      if (!TOKEN.matcher(token).matches()) {
        return Optional.empty();
      }
      tokens.add(token);
    }
    return Optional.of(new Scope(tokens));
  }

  /** Reads what {@link #toString} wrote. */
  public static Scope stored(String written) {
    return parse(written)
        .orElseThrow(() -> new IllegalArgumentException("not a scope: " + written));
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
    return String.join(" ", tokens);
  }
}
