package dev.latchkey.nativeimage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** Here, because here the classes of all services are read together. */
class CredentialsTest {

  @Test
  void nobodyButTheAdapterAsksForRedissPassword() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.latchkey.redis..", "dev.latchkey.credentials..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.latchkey.credentials..")
        .because("its beans can be injected anywhere, and hold passwords that can be read")
        .check(Home.classes());
  }
}
