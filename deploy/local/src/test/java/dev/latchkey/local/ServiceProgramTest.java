package dev.latchkey.local;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executables are scripts that say so, and run the fake service. */
class ServiceProgramTest {

  private final FakeHome home;

  ServiceProgramTest(@TempDir Path folder) throws IOException {
    home = FakeHome.in(folder);
  }

  @AfterEach
  void unlink() throws IOException {
    home.unlink();
  }

  @Test
  void aNativeExecutableIsRunInPlaceOfTheJar() throws Exception {
    // Given
    for (var service : Part.SERVICES) {
      writeExecutable(service);
    }
    var options = home.options().withExecutables();
    var run = new RunFolder(options.run());
    run.prepare();
    var environment =
        new ServiceEnvironment(new Ports(home.port()), options.registry(), Secrets.random());
    var port = new Ports(home.port()).of(Part.TOKEN);
    var service =
        new ServiceProcess(
            "token-service",
            port,
            options.program(Part.TOKEN),
            environment.of(Part.TOKEN, port),
            run,
            new Leftovers(run),
            died -> {});

    // When
    service.start();

    // Then
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(HttpRequest.newBuilder(service.url()).build(), BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo(environment.publicUrl().toString());
      assertThat(service.log()).content().contains("native token-service");
    } finally {
      service.retire();
    }
  }

  @Test
  void withoutExecutablesItIsSaidHowToBuildThem() {
    // When / Then
    assertThatThrownBy(() -> home.options().withExecutables())
        .isInstanceOf(PartFailure.class)
        .hasMessageContaining("make native");
  }

  private void writeExecutable(Part service) throws IOException {
    var jar = home.options().jar(service);
    var target = home.root().resolve(service.title()).resolve("target");
    var script =
        """
        #!/bin/sh
        echo native %s
        exec '%s/bin/java' -jar '%s'
        """
            .formatted(service.title(), System.getProperty("java.home"), jar);
    var file =
        Files.createFile(
            target.resolve(service.title() + "-1-runner"),
            asFileAttribute(fromString("rwxr-xr-x")));
    Files.writeString(file, script);
  }
}
