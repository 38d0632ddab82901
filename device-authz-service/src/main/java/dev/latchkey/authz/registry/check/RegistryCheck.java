package dev.latchkey.authz.registry.check;

import dev.latchkey.authz.registry.check.CheckReport.Fault;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code make registry-check}: says what is wrong in a registry file, and what it would change,
 * without a server, a store or any of the secrets that it refers to.
 */
public final class RegistryCheck {

  private static final int VALID = 0;
  private static final int INVALID = 1;
  private static final int NOT_CHECKED = 2;

  private RegistryCheck() {}

  /** Exits with 0 if the files are valid, 1 if one is not, 2 if there was nothing to check. */
  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  static int run(PrintStream out, PrintStream err, String... args) {
    CheckOptions options;
    try {
      options = CheckOptions.of(args);
      readable(options.file());
      options.against().ifPresent(RegistryCheck::readable);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return NOT_CHECKED;
    }
    var report = report(options);
    out.println(report.in(options.format()));
    return report.valid() ? VALID : INVALID;
  }

  private static void readable(Path file) {
    // Pipes are welcome: AGAINST=<(git show main:registry.yaml).
    if (Files.isDirectory(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException(file + " cannot be read");
    }
  }

  private static CheckReport report(CheckOptions options) {
    var faults = new ArrayList<Fault>();
    var checked = checked(options.file(), options, faults);
    if (options.against().isEmpty()) {
      return new CheckReport(options.file().toString(), faults.isEmpty(), faults, null);
    }
    var older = checked(options.against().get(), options, faults);
    var changes =
        older instanceof CheckedFile.Valid before && checked instanceof CheckedFile.Valid after
            ? RegistryDifference.between(before, after)
            : null;
    return new CheckReport(options.file().toString(), faults.isEmpty(), faults, changes);
  }

  private static CheckedFile checked(Path file, CheckOptions options, List<Fault> faults) {
    var checked = CheckedFile.read(file, options.local());
    if (checked instanceof CheckedFile.Invalid invalid) {
      invalid.mistakes().forEach(mistake -> faults.add(Fault.of(file.toString(), mistake)));
    }
    return checked;
  }
}
