package dev.latchkey.ui.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A hash of a password by Argon2id (RFC 9106) version 1.3, with all that it takes to compare one
 * with it: written and read in the PHC string format. Each hash takes its memory from the heap, and
 * leaves it to the collector: nothing is kept from one to the next.
 */
final class Argon2id {

  /** OWASP's first choice: 19 MiB, two passes, one lane. */
  private static final int MEMORY_KIB = 19_456;

  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int memory;
  private final int passes;
  private final int lanes;
  private final byte[] salt;
  private final byte[] tag;

  private Argon2id(int memory, int passes, int lanes, byte[] salt, byte[] tag) {
    this.memory = memory;
    this.passes = passes;
    this.lanes = lanes;
    this.salt = salt;
    this.tag = tag;
  }

  /** Of that password, with a salt of its own. Blocks for as long as a hash takes. */
  static Argon2id of(String password) {
    var blank = ofNobody();
    return new Argon2id(MEMORY_KIB, PASSES, LANES, blank.salt, blank.compute(password));
  }

  /** Of no password that anybody knows: comparing with it takes as long as with another. */
  static Argon2id ofNobody() {
    return new Argon2id(MEMORY_KIB, PASSES, LANES, random(SALT_BYTES), random(TAG_BYTES));
  }

  /**
   * Reads what {@link #phc()} wrote, with whatever cost.
   *
   * @throws IllegalArgumentException if it is something else; without quoting it
   */
  static Argon2id parse(String phc) {
    var form = FORM.matcher(phc);
    if (!form.matches()) {
      throw new IllegalArgumentException("not a hash by Argon2id");
    }
    return new Argon2id(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        Integer.parseInt(form.group(3)),
        Base64.getDecoder().decode(form.group(4)),
        Base64.getDecoder().decode(form.group(5)));
  }

  /** Blocks for as long as a hash takes. */
  boolean isOf(String password) {
    return MessageDigest.isEqual(tag, compute(password));
  }

  /** The text to keep. */
  String phc() {
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(memory, passes, lanes, base64.encodeToString(salt), base64.encodeToString(tag));
  }

  private byte[] compute(String password) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    var computed = new byte[tag.length];
    generator.generateBytes(password.getBytes(UTF_8), computed);
    return computed;
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "Argon2id[redacted]";
  }
}
