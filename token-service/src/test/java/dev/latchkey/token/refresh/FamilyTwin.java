package dev.latchkey.token.refresh;

/**
 * The life of a token family in plain Java, with a clock of its own that counts seconds since the
 * device was linked. Answers the generation that is served, {@link #KEEP} or {@link #REFUSED}.
 */
final class FamilyTwin {

  static final String KEEP = "keep";
  static final String REFUSED = "refused";

  /** How a family lives: what its client and its key make of it. */
  enum Kind {
    BARE,
    BOUND,
    KEEPER,
    SHORT_LIVED
  }

  private static final int GRACE = 60;
  private static final int USE_NOTED = 1;
  static final int SHORT_IDLE = 610;
  static final int SHORT_LIFE = 3010;
  private static final int DAY = 86_400;

  private final Kind kind;

  int now;
  long generation = 1;
  boolean used;
  boolean late;
  boolean revoked;
  int rotatedAt;
  int usedAt;

  FamilyTwin(Kind kind) {
    this.kind = kind;
  }

  /** The row as it is now, for a backup. */
  FamilyTwin copy() {
    var copy = new FamilyTwin(kind);
    copy.now = now;
    copy.restore(this);
    return copy;
  }

  /** The row is again as it was; the time is not. */
  void restore(FamilyTwin backup) {
    generation = backup.generation;
    used = backup.used;
    late = backup.late;
    revoked = backup.revoked;
    rotatedAt = backup.rotatedAt;
    usedAt = backup.usedAt;
  }

  String show(long shown) {
    if (revoked) {
      return REFUSED;
    }
    var shortLived = kind == Kind.SHORT_LIVED;
    if (now >= (shortLived ? SHORT_LIFE : 3650 * DAY)
        || now - usedAt >= (shortLived ? SHORT_IDLE : 365 * DAY)) {
      return REFUSED;
    }
    if (shown > generation) {
      move(shown);
      used = true;
      return kind == Kind.KEEPER ? KEEP : served();
    }
    var fresh = now - rotatedAt < GRACE;
    if (shown == generation) {
      if (kind != Kind.KEEPER && (generation == 1 || !fresh)) {
        move(shown + 1);
        return served();
      }
      if (!used || now - usedAt >= USE_NOTED) {
        used = true;
        usedAt = now;
      }
      return kind == Kind.KEEPER ? KEEP : served();
    }
    if (shown < generation - 1) {
      return revoke();
    }
    if (!fresh && kind != Kind.BOUND) {
      if (used || late) {
        return revoke();
      }
      late = true;
      usedAt = now;
    } else if (now - usedAt >= USE_NOTED) {
      usedAt = now;
    }
    return served();
  }

  private void move(long next) {
    generation = next;
    used = false;
    late = false;
    rotatedAt = now;
    usedAt = now;
  }

  private String revoke() {
    revoked = true;
    return REFUSED;
  }

  private String served() {
    return Long.toString(generation);
  }
}
