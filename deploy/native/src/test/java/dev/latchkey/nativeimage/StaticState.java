package dev.latchkey.nativeimage;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What static initialisers reach. Quarkus runs them when the image is made, except those of classes
 * that are named to it.
 */
final class StaticState {

  /** Calls whose answers are another one in each process, by class; an empty set is all of them. */
  private static final Map<String, Set<String>> DIFFERING = new LinkedHashMap<>();

  static {
    for (var type :
        Set.of(
            "java.security.SecureRandom",
            "java.util.Random",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.random.RandomGenerator",
            "java.security.KeyPairGenerator",
            "javax.crypto.KeyGenerator",
            "java.lang.ProcessHandle",
            "java.lang.Thread",
            "java.util.concurrent.Executors",
            "java.net.InetAddress",
            "java.net.NetworkInterface",
            "java.net.http.HttpClient",
            "java.nio.file.Files",
            "java.time.Clock",
            "java.io.File")) {
      DIFFERING.put(type, Set.of());
    }
    DIFFERING.put(
        "java.lang.System",
        Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "getProperties"));
    DIFFERING.put("java.lang.Runtime", Set.of("availableProcessors", "maxMemory"));
    DIFFERING.put("java.time.Instant", Set.of("now"));
    DIFFERING.put("java.time.ZoneId", Set.of("systemDefault"));
    DIFFERING.put("java.util.UUID", Set.of("randomUUID"));
    DIFFERING.put("java.util.Locale", Set.of("getDefault"));
    DIFFERING.put("java.nio.charset.Charset", Set.of("defaultCharset"));
  }

  private final Map<String, Boolean> known = new TreeMap<>();
  private final JavaClasses classes;

  private StaticState(JavaClasses classes) {
    this.classes = classes;
  }

  static Set<JavaClass> differingByProcess(JavaClasses classes) {
    var state = new StaticState(classes);
    return classes.stream().filter(state::differs).collect(Collectors.toSet());
  }

  private boolean differs(JavaClass type) {
    var answer = known.get(type.getName());
    if (answer == null) {
      known.put(type.getName(), false); // for circles
      answer = type.getStaticInitializer().map(this::reachesADifference).orElse(false);
      known.put(type.getName(), answer);
    }
    return answer;
  }

  private boolean reachesADifference(JavaCodeUnit initializer) {
    var seen = new HashSet<String>();
    var next = new ArrayDeque<JavaCodeUnit>();
    next.add(initializer);
    while (!next.isEmpty()) {
      var unit = next.remove();
      if (!seen.add(unit.getFullName())) {
        continue;
      }
      for (var access : unit.getAccessesFromSelf()) {
        if (isDiffering(access) || initialisesOneThatDiffers(initializer.getOwner(), access)) {
          return true;
        }
        if (access.getTarget() instanceof CodeUnitCallTarget target) {
          target.resolveMember().filter(member -> isOurs(member.getOwner())).ifPresent(next::add);
        }
      }
    }
    return false;
  }

  private static boolean isDiffering(JavaAccess<?> access) {
    var calls = DIFFERING.get(access.getTargetOwner().getName());
    return calls != null && (calls.isEmpty() || calls.contains(access.getTarget().getName()));
  }

  /** Its constructors, static methods and static fields want the class initialised first. */
  private boolean initialisesOneThatDiffers(JavaClass from, JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    var wantsIt =
        access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
            || access
                .getTarget()
                .resolveMember()
                .map(member -> member.getModifiers().contains(JavaModifier.STATIC))
                .orElse(false);
    return wantsIt && !owner.equals(from) && isOurs(owner) && differs(owner);
  }

  private boolean isOurs(JavaClass type) {
    return classes.contain(type.getName());
  }
}
