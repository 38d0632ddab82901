package dev.latchkey.authz.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A key of a server with a certificate for one name, made when it is needed. */
record ServerKey(Path store, Path certificate) {

  private static final String PASSWORD = "changeit";

  static ServerKey make(Path folder, String name) throws IOException, InterruptedException {
    var store = folder.resolve("key.p12");
    var certificate = folder.resolve("certificate.txt");
    keytool(
        store,
        List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"),
        List.of("-dname", "CN=" + name, "-ext", "SAN=dns:" + name));
    keytool(store, List.of("-exportcert", "-rfc"), List.of("-file", certificate.toString()));
    return new ServerKey(store, certificate);
  }

  PfxOptions forServer() {
    return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
  }

  PemTrustOptions forClient() {
    return new PemTrustOptions().addCertPath(certificate.toString());
  }

  private static void keytool(Path store, List<String> verb, List<String> more)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(verb);
    command.addAll(List.of("-alias", "hook", "-keystore", store.toString()));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(more);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }
}
