package dev.latchkey.e2e;

import dev.latchkey.local.Console;
import dev.latchkey.local.LocalOptions;
import dev.latchkey.local.LocalSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one running local system as a parameter: started before the first that wants it,
 * closed after the last.
 */
final class Latchkey implements ParameterResolver {

  /** Away from `make up`'s, so that both can run. */
  private static final int PORT = 18480;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == LocalSystem.class || type == Tv.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Running.class, first -> new Running(), Running.class);
    return parameter.getParameter().getType() == Tv.class
        ? new Tv(running.system.url())
        : running.system;
  }

  /** Closed by JUnit with the root store. */
  private static final class Running implements AutoCloseable {

    private final LocalSystem system = new LocalSystem(options(), Console.standard()).start();

    private static LocalOptions options() {
      var home = Path.of(System.getProperty("latchkey.home"));
      return LocalOptions.at(home)
          .withPort(PORT)
          .withRun(Path.of("target/run").toAbsolutePath())
          .withRegistry(Path.of("src/test/resources/registry.yaml"));
    }

    @Override
    public void close() {
      system.close();
    }
  }
}
