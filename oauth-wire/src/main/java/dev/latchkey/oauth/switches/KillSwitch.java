package dev.latchkey.oauth.switches;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that is switched off.
 *
 * @param name the client's id, the API's identifier or the scope; empty for the whole service
 */
public record KillSwitch(Kind kind, String name) implements Comparable<KillSwitch> {

  /** What can be switched off. */
  public enum Kind {
    SERVICE,
    CLIENT,
    API,
    /** A scope of an API, of whichever has one of that name. */
    SCOPE;

    /** The stored form, which people read too. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the stored form; empty for what only a newer build knows. */
    public static Optional<Kind> of(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /** Everything but what takes rights away, and administration. */
  public static final KillSwitch SERVICE = new KillSwitch(Kind.SERVICE, "");

  private static final Comparator<KillSwitch> ORDER =
      Comparator.comparing(KillSwitch::kind).thenComparing(KillSwitch::name);

  public static KillSwitch client(String id) {
    return new KillSwitch(Kind.CLIENT, id);
  }

  public static KillSwitch api(String identifier) {
    return new KillSwitch(Kind.API, identifier);
  }

  public static KillSwitch scope(String scope) {
    return new KillSwitch(Kind.SCOPE, scope);
  }

  @Override
  public int compareTo(KillSwitch other) {
    return ORDER.compare(this, other);
  }

  /** For example {@code client living-room-tv}, or {@code service}. */
  @Override
  public String toString() {
    return name.isEmpty() ? kind.word() : kind.word() + " " + name;
  }
}
