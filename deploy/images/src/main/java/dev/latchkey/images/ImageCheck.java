package dev.latchkey.images;

import dev.latchkey.local.Console;
import dev.latchkey.local.LocalOptions;
import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import dev.latchkey.local.ProcessPart;
import dev.latchkey.local.ServiceProgram;
import dev.latchkey.local.demo.Demo;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Runs the three images, unpacked from their tars, as a cluster would: not as root, with a file
 * system that cannot be written except for {@code /tmp}. They have to start with their caches, and
 * a television has to be able to sign in. Needs root on Linux, for what a container runtime does.
 */
public final class ImageCheck {

  private static final int STARTS = 5;
  private static final double NANOS = 1e9;
  private static final double KB_IN_MB = 1024;

  private final Path home;
  private final Path target;

  private ImageCheck(Path home) {
    this.home = home;
    this.target = home.resolve("deploy/images/target");
  }

  /**
   * Fails if an image does not do what it is for.
   *
   * @param args the project's folder
   */
  public static void main(String[] args) throws IOException {
    new ImageCheck(Path.of(args[0]).toAbsolutePath().normalize()).run();
    System.exit(0); // the libraries' threads need not end first
  }

  private void run() throws IOException {
    new FileTree(target.resolve("check")).remove();
    var options = LocalOptions.at(home).withPort(Images.PORT).withRun(target.resolve("run"));
    for (var service : Part.SERVICES) {
      options =
          options
              .withProgram(service, unpacked(service))
              // Fails to start instead of doing without a cache that does not fit.
              .withSetting(service, "JAVA_TOOL_OPTIONS", "-XX:AOTMode=on")
              .withSetting(service, "LATCHKEY_REGISTRY_FILE", "/etc/latchkey/registry.yaml");
    }
    try (var system = new LocalSystem(options, Console.standard()).start()) {
      Demo.run("--approve", "--base", system.url().toString());
      for (var service : Part.SERVICES) {
        say(service, system.part(service));
      }
    }
  }

  /** The service's image as a folder, and how it is run as if it were all that there is. */
  private ServiceProgram unpacked(Part service) throws IOException {
    var folder = target.resolve("check").resolve(service.title());
    var tar = target.resolve("tars").resolve(service.title() + ".tar");
    var image = ImageTar.unpack(tar, folder.resolve("layout"));
    var root = folder.resolve("root");
    image.extractTo(root);
    var config = image.config();
    mustBeFound(service, image.name(), config.getJsonObject("Labels"));
    var command = new ArrayList<String>();
    command.addAll(
        List.of(
            "sh",
            home.resolve("deploy/images/sealed.sh").toString(),
            root.toString(),
            config.getString("User"),
            home.resolve("deploy/local").toString()));
    command.addAll(words(config.getJsonArray("Entrypoint")));
    command.addAll(words(config.getJsonArray("Cmd")));
    return new ServiceProgram(tar, command);
  }

  /** The kubelet asks for names with a registry, and containerd knows what the tar says. */
  private static void mustBeFound(Part service, String name, JsonObject labels) {
    var version = labels.getString("org.opencontainers.image.version");
    if (!ImageName.of(name).full().equals(name)
        || !name.endsWith("/" + service.title() + ":" + version)) {
      throw new IllegalStateException(
          "containerd would know %s %s as %s".formatted(service.title(), version, name));
    }
    System.out.println(name);
  }

  private static List<String> words(JsonArray array) {
    return array.stream().map(String.class::cast).toList();
  }

  /** From the start of the process until it is ready, which is asked for each 25 ms. */
  private static void say(Part service, ProcessPart part) throws IOException {
    var seconds = new ArrayList<Double>();
    for (var start = 0; start < STARTS; start++) {
      part.stop();
      var began = System.nanoTime();
      part.start();
      seconds.add((System.nanoTime() - began) / NANOS);
    }
    var status = Path.of("/proc", Long.toString(part.process().pid()), "status");
    var user = field(status, "Uid");
    if (user == 0) {
      throw new IllegalStateException(service.title() + " runs as root");
    }
    seconds.sort(null);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-22s ready after %.2f s (median of %d, %.2f to %.2f), resident %.0f MB, user %d",
            service.title(),
            seconds.get(STARTS / 2),
            STARTS,
            seconds.getFirst(),
            seconds.getLast(),
            field(status, "VmRSS") / KB_IN_MB,
            user));
  }

  /** A number that the kernel tells of a process. */
  private static int field(Path status, String name) throws IOException {
    var found = Pattern.compile("(?m)^" + name + ":\\s+(\\d+)").matcher(Files.readString(status));
    if (!found.find()) {
      throw new IllegalStateException(status + " does not say " + name);
    }
    return Integer.parseInt(found.group(1));
  }
}
