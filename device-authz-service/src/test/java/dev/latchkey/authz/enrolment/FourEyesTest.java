package dev.latchkey.authz.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.authz.enrolment.EnrolmentApproval.Approved;
import dev.latchkey.authz.enrolment.EnrolmentApproval.Refused;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an administration does whose settings are others than the tests'. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class FourEyesTest {

  private static final ClientId FIRST = new ClientId("first");
  private static final ClientId SECOND = new ClientId("second");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject EnrolmentTable table;
  @Inject EnrolmentRules rules;
  @Inject EnrolmentAudit audit;

  /** Settings as somebody could have them. */
  private record Settings(boolean fourEyes, Duration longestValidity) implements EnrolmentConfig {}

  @Test
  void theSettingConcernsTokensThatDoNotAskForIt() {
    // Given
    var administration = administration(true);
    var token = created(administration);

    // When
    var own = await(administration.approve(token.id(), FIRST));
    var others = await(administration.approve(token.id(), SECOND));

    // Then
    assertThat(token.state()).isEqualTo(EnrolmentState.AWAITING_APPROVAL);
    assertThat(own).isEqualTo(Refused.OWN);
    assertThat(others)
        .isInstanceOfSatisfying(
            Approved.class,
            approved -> assertThat(approved.token().state()).isEqualTo(EnrolmentState.ACTIVE));
  }

  @Test
  void withoutItATokenIsActiveAtOnce() {
    // When
    var token = created(administration(false));

    // Then
    assertThat(token.state()).isEqualTo(EnrolmentState.ACTIVE);
  }

  @Test
  void aValidityOfNoUseIsRefusedAtTheStart() {
    // Given
    var settings = new Settings(false, Duration.ZERO);

    // When
    assertThatThrownBy(() -> new EnrolmentAdministration(table, rules, audit, settings))

        // Then
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("latchkey.enrolment.longest-validity");
  }

  private EnrolmentAdministration administration(boolean fourEyes) {
    return new EnrolmentAdministration(
        table, rules, audit, new Settings(fourEyes, Duration.ofDays(90)));
  }

  private static EnrolmentToken created(EnrolmentAdministration administration) {
    var wish =
        new EnrolmentWish(
            "four eyes",
            new ClientId("tv"),
            Optional.empty(),
            Optional.of("lobby"),
            Scope.stored("watch"),
            Optional.empty(),
            1,
            Optional.empty(),
            Instant.now().plus(Duration.ofHours(1)),
            false);
    return await(administration.create(wish, FIRST)).token();
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
