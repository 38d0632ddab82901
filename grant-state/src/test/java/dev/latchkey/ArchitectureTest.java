package dev.latchkey;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.latchkey", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** The adapter, and the passwords that it signs in with. */
  private static final String[] BEHIND = {"dev.latchkey.redis..", "dev.latchkey.credentials.."};

  @ArchTest
  static final ArchRule theGrantIsPlainJava =
      classes()
          .that()
          .resideInAPackage("dev.latchkey.grant")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify..", "io.smallrye.mutiny..", "dev.latchkey.grant");

  @ArchTest
  static final ArchRule whatServicesSeeIsPlainJava =
      classes()
          .that()
          .resideOutsideOfPackages(BEHIND)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..", "org.jspecify..", "io.smallrye.mutiny..", "dev.latchkey..")
                  .and(resideOutsideOfPackages(BEHIND)));

  @ArchTest
  static final ArchRule nothingHasAClockOfItsOwn =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.latchkey.credentials..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("Redis's own time decides, so that skewed replicas agree");

  @ArchTest
  static final ArchRule theAdapterHidesItself =
      classes()
          .that()
          .resideInAPackage("dev.latchkey.redis")
          .should()
          .notBePublic()
          .because("services see the interfaces in the packages beside it, never keys or scripts");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.latchkey.(*)..").should().beFreeOfCycles();
}
