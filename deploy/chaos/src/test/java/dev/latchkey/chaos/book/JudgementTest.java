package dev.latchkey.chaos.book;

import static dev.latchkey.chaos.book.Proof.DPOP;
import static dev.latchkey.chaos.book.Proof.NONE;
import static dev.latchkey.chaos.book.Proof.PKCE;
import static dev.latchkey.chaos.book.Wish.APPROVE;
import static dev.latchkey.chaos.book.Wish.DENY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JudgementTest {

  private static final String GRANT = "grant";
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long END = 60 * SECOND;
  private static final Delivery TOKENS = new Delivery("device", "tokens");
  private static final Judgement NOTHING = new Judgement(Map.of(), Set.of());
  private static final Judgement FENCED =
      new Judgement(Map.of(GRANT, new Fence("device", false)), Set.of());
  private static final Judgement REVOKED =
      new Judgement(Map.of(GRANT, new Fence("device", true)), Set.of());
  private static final Judgement OTHERS =
      new Judgement(Map.of(GRANT, new Fence("another device", false)), Set.of());
  private static final Judgement UNACKNOWLEDGED = new Judgement(Map.of(), Set.of(GRANT));

  static Stream<Arguments> lives() {
    return Stream.of(
        life(Entry.REDEEMED, FENCED, NONE, APPROVE, of -> of.delivered(TOKENS)),
        life(Entry.REDEEMED, FENCED, PKCE, APPROVE, deliveredTwice(TOKENS, TOKENS)),
        life(Entry.DENIED, NOTHING, NONE, DENY, ended(End.DENIED)),
        life(Entry.UNDECIDED, NOTHING, NONE, APPROVE, of -> {}),
        life(Entry.UNDECIDED, NOTHING, NONE, APPROVE, ended(End.EXPIRED)),
        life(Entry.ANSWER_LOST, FENCED, NONE, APPROVE, inVain(End.GONE)),
        life(Entry.ANSWER_LOST, FENCED, NONE, APPROVE, inVain(End.UNDECIDED)),
        life(Entry.ANSWER_LOST, FENCED, NONE, APPROVE, of -> of.unanswered(0)),
        life(Entry.ANSWER_LOST, FENCED, NONE, APPROVE, longInVain(true)),
        life(Entry.DECISION_UNACKNOWLEDGED, UNACKNOWLEDGED, NONE, APPROVE, told(End.UNDECIDED)),
        life(Entry.DECISION_UNACKNOWLEDGED, UNACKNOWLEDGED, NONE, DENY, told(End.GONE)),
        life(Entry.DECISION_UNACKNOWLEDGED, UNACKNOWLEDGED, NONE, APPROVE, ended(End.UNDECIDED)),
        life(Entry.CODES_FORGOTTEN, NOTHING, NONE, APPROVE, failedOver(End.GONE)),
        life(Entry.CODES_FORGOTTEN, NOTHING, NONE, APPROVE, failedOver(End.UNDECIDED)),
        life(
            Entry.CODES_FORGOTTEN,
            NOTHING,
            NONE,
            APPROVE,
            leftOpen().andThen(Account::forgettable)),
        life(Entry.CODES_LOST, NOTHING, NONE, APPROVE, ended(End.GONE)),
        life(Entry.CODES_LOST, NOTHING, NONE, APPROVE, ended(End.UNDECIDED)),
        life(Entry.CODES_LOST, NOTHING, NONE, APPROVE, leftOpen()),
        life(
            Entry.DOUBLED,
            FENCED,
            PKCE,
            APPROVE,
            deliveredTwice(TOKENS, new Delivery("device", "other tokens"))),
        life(Entry.DOUBLED, FENCED, NONE, APPROVE, deliveredTwice(TOKENS, TOKENS)),
        life(Entry.NOT_IN_THE_FENCE, NOTHING, NONE, APPROVE, of -> of.delivered(TOKENS)),
        life(Entry.NOT_IN_THE_FENCE, OTHERS, NONE, APPROVE, of -> of.delivered(TOKENS)),
        life(Entry.PROVEN_ANSWER_LOST, FENCED, DPOP, APPROVE, inVain(End.GONE)),
        life(Entry.TAKEN, FENCED, NONE, APPROVE, ended(End.GONE)),
        life(Entry.TAKEN, FENCED, NONE, APPROVE, longInVain(false)),
        life(Entry.TAKEN, FENCED, NONE, APPROVE, ended(End.UNDECIDED)),
        life(Entry.TAKEN, FENCED, NONE, APPROVE, ended(End.EXPIRED)),
        life(Entry.TAKEN, FENCED, NONE, APPROVE, of -> {}),
        life(Entry.TAKEN, FENCED, NONE, APPROVE, leftOpen()),
        life(Entry.DECISION_LOST, NOTHING, NONE, APPROVE, told(End.UNDECIDED)),
        life(Entry.DECISION_LOST, NOTHING, NONE, DENY, told(End.GONE)),
        life(Entry.TURNED_ROUND, NOTHING, NONE, APPROVE, ended(End.DENIED)),
        life(Entry.TURNED_ROUND, FENCED, NONE, APPROVE, ended(End.DENIED)),
        life(Entry.TURNED_ROUND, FENCED, NONE, DENY, of -> of.delivered(TOKENS)),
        life(Entry.EXPIRED, NOTHING, NONE, APPROVE, told(End.EXPIRED)),
        life(Entry.NOT_REDEEMABLE, NOTHING, NONE, APPROVE, Account::told),
        life(Entry.REVOKED, REVOKED, NONE, APPROVE, of -> of.delivered(TOKENS)));
  }

  @ParameterizedTest(name = "{0}, {2}, {3}")
  @MethodSource("lives")
  void callsEachLifeByItsName(
      Entry expected, Judgement judgement, Proof proof, Wish wish, Consumer<Account> life) {
    // Given
    var account = new Account(GRANT, proof, wish);
    life.accept(account);

    // When
    var entry = judgement.of(account);

    // Then
    assertThat(entry).isEqualTo(expected);
  }

  /** The violations are those that the last line of a report counts. */
  @ParameterizedTest(name = "{0}, {2}, {3}")
  @MethodSource("lives")
  void aLifeThatIsNotAllowedIsAViolation(
      Entry expected, Judgement judgement, Proof proof, Wish wish, Consumer<Account> life) {
    // Given
    var account = new Account(GRANT, proof, wish);
    life.accept(account);

    // When
    var balance = Balance.of(List.of(account), judgement, List.of());

    // Then
    assertThat(balance.count(expected)).isEqualTo(1);
    assertThat(balance.violations().isEmpty()).isEqualTo(expected.isAllowed());
  }

  private static Arguments life(
      Entry entry, Judgement judgement, Proof proof, Wish wish, Consumer<Account> life) {
    return arguments(entry, judgement, proof, wish, life);
  }

  private static Consumer<Account> deliveredTwice(Delivery first, Delivery second) {
    return account -> {
      account.delivered(first);
      account.delivered(second);
    };
  }

  private static Consumer<Account> ended(End how) {
    return account -> account.ended(how, END);
  }

  private static Consumer<Account> told(End how) {
    return ended(how).andThen(Account::told);
  }

  private static Consumer<Account> inVain(End how) {
    return told(how).andThen(account -> account.unanswered(END - SECOND));
  }

  /** Its poll without an answer is long past; perhaps it was told to come again ever since. */
  private static Consumer<Account> longInVain(boolean putOff) {
    return account -> {
      account.told();
      account.unanswered(END - 20 * SECOND);
      if (putOff) {
        account.putOff(END - 10 * SECOND);
      }
      account.ended(End.GONE, END);
    };
  }

  private static Consumer<Account> leftOpen() {
    return Account::left;
  }

  private static Consumer<Account> failedOver(End how) {
    return ended(how).andThen(Account::forgettable);
  }
}
