package dev.latchkey.ui.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The accounts of people whom a provider vouches for, by issuer and subject. The first sign-in
 * makes the account; each one brings name and e-mail address up to date, and is noted, as devices
 * refresh only for so long after it.
 */
@ApplicationScoped
public class UpstreamAccounts {

  private static final int SUFFIX_BYTES = 4;

  private final SqlGate sql;
  private final Identities identities;
  private final Accounts.Rows accounts;

  UpstreamAccounts(SqlGate sql, Identities identities, Accounts.Rows accounts) {
    this.sql = sql;
    this.identities = identities;
    this.accounts = accounts;
  }

  /** The person's account, unless it was disabled or locked. */
  public Uni<SignInOutcome> signedIn(UpstreamPerson person) {
    return attempt(person)
        // Two first sign-ins of one person at a time: the second finds what the first has made.
        .onFailure(UpstreamAccounts::isTaken)
        .recoverWithUni(() -> attempt(person));
  }

  private Uni<SignInOutcome> attempt(UpstreamPerson person) {
    return sql.call(() -> Panache.withTransaction(() -> find(person).map(AccountRow::admit)));
  }

  private Uni<AccountRow> find(UpstreamPerson person) {
    var key = new UpstreamIdentityRow.Key(person.issuer(), person.subject());
    return identities
        .findById(key)
        .flatMap(
            identity ->
                identity == null
                    ? create(person)
                    : accounts
                        .findById(identity.account)
                        .invoke(row -> update(row, identity, person)));
  }

  private static void update(AccountRow row, UpstreamIdentityRow identity, UpstreamPerson person) {
    if (row.maySignIn()) {
      identity.provider = person.provider();
      identity.signedInAt = Instant.now();
      describe(row, person);
    }
  }

  private Uni<AccountRow> create(UpstreamPerson person) {
    var wanted = person.accountName();
    return accounts
        .named(wanted)
        .map(taken -> taken == null ? wanted : wanted + "~" + suffix(person))
        .flatMap(accounts::create)
        .invoke(
            row -> {
              row.createdAt = Instant.now();
              describe(row, person);
            })
        .call(row -> identities.persistAndFlush(identity(row, person)));
  }

  private static UpstreamIdentityRow identity(AccountRow row, UpstreamPerson person) {
    var identity = new UpstreamIdentityRow();
    identity.issuer = person.issuer();
    identity.subject = person.subject();
    identity.provider = person.provider();
    identity.account = row.id;
    identity.signedInAt = Instant.now();
    return identity;
  }

  private static void describe(AccountRow row, UpstreamPerson person) {
    row.name = person.displayName();
    row.email = person.email();
    row.emailVerified = person.emailVerified();
    row.updatedAt = Instant.now();
  }

  /** Of a person whose name another one at the provider had before. */
  private static String suffix(UpstreamPerson person) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest((person.issuer() + '\0' + person.subject()).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, SUFFIX_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean isTaken(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConstraintViolationException) {
        return true;
      }
    }
    return false;
  }

  @ApplicationScoped
  static class Identities
      implements PanacheRepositoryBase<UpstreamIdentityRow, UpstreamIdentityRow.Key> {}
}
