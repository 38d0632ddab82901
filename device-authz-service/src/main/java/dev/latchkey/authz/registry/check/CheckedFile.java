package dev.latchkey.authz.registry.check;

import dev.latchkey.authz.registry.Declaration;
import dev.latchkey.authz.registry.file.BoundedFile;
import dev.latchkey.authz.registry.file.InvalidRegistryException;
import dev.latchkey.authz.registry.file.Mistake;
import dev.latchkey.authz.registry.file.RegistryReader;
import dev.latchkey.authz.registry.file.SecretSource;
import dev.latchkey.authz.registry.file.UsersReader;
import dev.latchkey.oauth.registry.WrittenUser;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

/** What became of reading a registry file, of which neither secrets nor addresses were opened. */
sealed interface CheckedFile {

  /** It would be taken over. */
  record Valid(Declaration declaration, List<WrittenUser> users) implements CheckedFile {
    public Valid {
      users = List.copyOf(users);
    }
  }

  /** It would change nothing. */
  record Invalid(List<Mistake> mistakes) implements CheckedFile {
    public Invalid {
      mistakes = List.copyOf(mistakes);
    }
  }

  static CheckedFile read(Path file, boolean local) {
    String text;
    try {
      text = BoundedFile.read(file);
    } catch (InvalidRegistryException e) {
      return new Invalid(e.mistakes());
    }
    // Two services read it, and each has its mistakes; some are both's.
    var mistakes = new LinkedHashSet<Mistake>();
    var declaration = Declaration.NOTHING;
    var users = List.<WrittenUser>of();
    try {
      declaration = RegistryReader.read(text, SecretSource.unopened(local));
    } catch (InvalidRegistryException e) {
      mistakes.addAll(e.mistakes());
    }
    try {
      users = UsersReader.read(text, local);
    } catch (InvalidRegistryException e) {
      mistakes.addAll(e.mistakes());
    }
    return mistakes.isEmpty()
        ? new Valid(declaration, users)
        : new Invalid(mistakes.stream().sorted(Mistake.BY_PLACE).toList());
  }
}
