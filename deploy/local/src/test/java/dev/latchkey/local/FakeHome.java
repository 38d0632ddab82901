package dev.latchkey.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.random.RandomGenerator;

/** A project whose services are fakes; the stores and the gateway are real. */
record FakeHome(Path root, int port) {

  static FakeHome in(Path folder) throws IOException {
    var home = new FakeHome(folder, freeRange());
    for (var service : Part.SERVICES) {
      jar(home.options().jar(service));
    }
    var registry = home.options().registry();
    Files.createDirectories(registry.resolveSibling("target"));
    Files.writeString(registry, "clients: []\n");
    // The stores' programs are unpacked once for all tests.
    Files.createDirectories(Path.of("target/binaries"));
    Files.createSymbolicLink(
        home.options().binaries(), Path.of("target/binaries").toAbsolutePath());
    return home;
  }

  /** JUnit warns of links that lead out of the folder it deletes. */
  void unlink() throws IOException {
    Files.deleteIfExists(options().binaries());
  }

  LocalOptions options() {
    return LocalOptions.at(root).withPort(port);
  }

  private static void jar(Path file) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
    Files.createDirectories(file.resolveSibling("."));
    var path = FakeService.class.getName().replace('.', '/') + ".class";
    try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        var code = FakeService.class.getClassLoader().getResourceAsStream(path)) {
      if (code == null) {
        throw new IllegalStateException("no class file of FakeService");
      }
      jar.putNextEntry(new JarEntry(path));
      code.transferTo(jar);
    }
  }

  private static int freeRange() throws IOException {
    for (var attempt = 0; attempt < 100; attempt++) {
      var port = RandomGenerator.getDefault().nextInt(15_000, 17_000);
      if (new Ports(port).obstacles().isEmpty()) {
        return port;
      }
    }
    throw new IOException("no free ports here");
  }

  /** Takes one of the ports until it is closed. */
  static ServerSocket taking(int port) throws IOException {
    var socket = new ServerSocket();
    socket.bind(new InetSocketAddress(Loopback.V4, port));
    return socket;
  }
}
