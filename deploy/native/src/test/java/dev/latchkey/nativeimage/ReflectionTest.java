package dev.latchkey.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ReflectionTest {

  private static final String JACKSON = "com.fasterxml.jackson.";
  private static final String ADMIN_BODY = "dev.latchkey.oauth.admin.AdminBody";

  /** A command of its own, which runs on a JVM only. */
  private static final String REGISTRY_CHECK = "dev.latchkey.authz.registry.check";

  /** Internal types are read by code, not by Jackson. */
  private static final String PASSKEYS = "com/webauthn4j/data/";

  private static final String NOT_BY_JACKSON = PASSKEYS + "internal/";

  @SuppressWarnings("unused") // by name
  private static final List<String> SERVICES = NativeSources.SERVICES;

  @ParameterizedTest
  @FieldSource("SERVICES")
  void whatIsJsonCanBeReadAndWritten(String service) throws IOException {
    // When
    var json =
        Home.classesOf(service).stream()
            .filter(type -> !type.getPackageName().equals(REGISTRY_CHECK))
            .filter(ReflectionTest::isJson)
            .map(JavaClass::getName)
            .toList();

    // Then
    assertThat(json).isNotEmpty();
    assertThat(NativeSources.of(service).reflected()).containsAll(json);
  }

  @Test
  void whatAuthenticatorsSendCanBeRead() throws IOException {
    // Given
    var libraries = Home.module("verification-ui").resolve("target/native-sources/lib");

    // When
    var data = passkeyTypes(libraries);

    // Then
    assertThat(data).hasSizeGreaterThan(100);
    assertThat(NativeSources.of("verification-ui").reflected()).containsAll(data);
  }

  private static boolean isJson(JavaClass type) {
    return !type.isInterface()
        && (type.isAssignableTo(ADMIN_BODY)
            || Stream.of(
                    type.getAnnotations().stream(),
                    type.getMembers().stream().flatMap(member -> member.getAnnotations().stream()))
                .flatMap(annotations -> annotations)
                .anyMatch(ReflectionTest::isJacksons));
  }

  private static boolean isJacksons(JavaAnnotation<?> annotation) {
    return annotation.getRawType().getName().startsWith(JACKSON);
  }

  private static List<String> passkeyTypes(Path libraries) throws IOException {
    try (var jars = Files.newDirectoryStream(libraries, "*webauthn4j-core*.jar")) {
      var jar = jars.iterator().next();
      try (var file = new JarFile(jar.toFile())) {
        return file.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.startsWith(PASSKEYS) && name.endsWith(".class"))
            .filter(name -> !name.startsWith(NOT_BY_JACKSON))
            .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
            .filter(name -> !name.endsWith("package-info"))
            .toList();
      }
    }
  }
}
