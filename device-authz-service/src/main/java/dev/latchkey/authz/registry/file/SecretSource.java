package dev.latchkey.authz.registry.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.authz.registry.file.RegistryFile.DeclaredSecret;
import dev.latchkey.oauth.origin.LocalProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a secret comes from: by reference, so that the file can be kept in git. */
@ApplicationScoped
public class SecretSource implements ClientSecrets {

  /** Fewer characters than this are guessed; 128 bits are 22 in base64url. */
  private static final int SHORTEST = 24;

  private final UnaryOperator<@Nullable String> environment;
  private final UnaryOperator<String> files;
  private final boolean plainAllowed;
  private final boolean opened;

  SecretSource() {
    this(System::getenv, LocalProfile.isActive());
  }

  SecretSource(UnaryOperator<@Nullable String> environment, boolean plainAllowed) {
    this(environment, SecretSource::content, plainAllowed, true);
  }

  private SecretSource(
      UnaryOperator<@Nullable String> environment,
      UnaryOperator<String> files,
      boolean plainAllowed,
      boolean opened) {
    this.environment = environment;
    this.files = files;
    this.plainAllowed = plainAllowed;
    this.opened = opened;
  }

  /**
   * For checking a file where its secrets are not: each reference is as good as what it would lead
   * to, and what is read is the same if and only if the reference is.
   */
  public static SecretSource unopened(boolean plainAllowed) {
    return new SecretSource(
        name -> "what the environment has at " + name,
        file -> "what the file system has at " + file,
        plainAllowed,
        false);
  }

  /** The secret. Fails with {@link IllegalArgumentException}, whose message completes a field. */
  String read(DeclaredSecret declared) {
    var secret = resolve(declared);
    if (secret == null) {
      throw new IllegalArgumentException("names a secret that is not there");
    }
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException("is shorter than " + SHORTEST + " characters");
    }
    return secret;
  }

  /** Whether what is read is the secret itself, of which a form can be demanded. */
  boolean isOpened(DeclaredSecret declared) {
    return opened || declared.value() != null;
  }

  @Override
  public Optional<String> secret(@Nullable DeclaredSecret declared) {
    if (declared == null) {
      throw new IllegalArgumentException("is missing");
    }
    return Optional.of(read(declared));
  }

  /** Whether the file may hold what only a developer's machine may: plain secrets, plain HTTP. */
  @Override
  public boolean plainAllowed() {
    return plainAllowed;
  }

  private @Nullable String resolve(DeclaredSecret declared) {
    var env = declared.env();
    var file = declared.file();
    if (env != null && file == null && declared.value() == null) {
      return environment.apply(env);
    }
    if (file != null && env == null && declared.value() == null) {
      return files.apply(file);
    }
    if (declared.value() != null && env == null && file == null) {
      if (!plainAllowed) {
        throw new IllegalArgumentException("may be written out in the local profile only");
      }
      return declared.value();
    }
    throw new IllegalArgumentException("has one of env, file and value");
  }

  private static String content(String file) {
    try {
      return Files.readString(Path.of(file), UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("names a file that cannot be read", e);
    }
  }
}
