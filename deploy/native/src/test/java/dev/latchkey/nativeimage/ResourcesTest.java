package dev.latchkey.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ResourcesTest {

  private static final String NOTHING = "";

  /** Whoever looks for something by a name, and what it finds: see docs/native.md. */
  private static final Map<String, String> LOOK_UPS =
      Map.of(
          "dev.latchkey.redis.LuaScript", "lua",
          "dev.latchkey.oauth.admin.Description", "openapi",
          "dev.latchkey.authz.authorize.DeviceMessage", "messages",
          "dev.latchkey.ui.page.Assets", "META-INF/resources",
          "dev.latchkey.ui.account.NewPassword", "common-passwords.txt",
          // Finds nothing in a native image, where the JDK signs.
          "dev.latchkey.token.mint.SigningLibrary", NOTHING);

  private static final Set<String> OF_A_CLASS =
      Set.of("getResource", "getResourceAsStream", "getResources", "resources", "forName");

  @SuppressWarnings("unused") // by name
  private static final List<String> SERVICES = NativeSources.SERVICES;

  /** Another class that looks for something comes to the list above, with what it finds. */
  @Test
  void nobodyElseLooksForAnythingByName() {
    // When
    var looking =
        Home.classes().stream()
            .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
            .filter(ResourcesTest::looksByName)
            .map(access -> outermost(access.getOriginOwner()))
            .collect(Collectors.toSet());

    // Then
    assertThat(looking).isEqualTo(LOOK_UPS.keySet());
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void whatIsLookedForIsInTheImage(String service) throws IOException {
    // Given
    var wanted = new TreeMap<String, List<String>>();
    for (var type : Home.classesOf(service)) {
      var name = LOOK_UPS.getOrDefault(type.getName(), NOTHING);
      if (!name.equals(NOTHING)) {
        wanted.put(name, Home.resourcesOf(service, name));
      }
    }
    // By Flyway, and by Schema through Flyway.
    wanted.put("db/migration", Home.resourcesOf(service, "db/migration"));
    if (service.equals("verification-ui")) {
      // By Qute.
      wanted.put("templates", Home.resourcesOf(service, "templates"));
    }

    // When
    var sources = NativeSources.of(service);

    // Then
    assertThat(wanted)
        .containsKeys("lua", "openapi")
        .allSatisfy((name, files) -> assertThat(files).isNotEmpty().allMatch(sources.resources()));
  }

  private static boolean looksByName(JavaCodeUnitAccess<?> access) {
    var owner = access.getTargetOwner();
    return owner.isEquivalentTo(ServiceLoader.class)
        || owner.isEquivalentTo(ResourceBundle.class)
        || ((owner.isEquivalentTo(Class.class) || owner.isAssignableTo(ClassLoader.class))
            && OF_A_CLASS.contains(access.getTarget().getName()));
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(ResourcesTest::outermost).orElse(type.getName());
  }
}
