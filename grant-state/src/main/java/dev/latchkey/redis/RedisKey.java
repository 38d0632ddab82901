package dev.latchkey.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.Challenges.Ceremony;
import dev.latchkey.session.SessionId;
import dev.latchkey.ticket.TicketId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The names of keys and channels in Redis, as in {@code docs/redis-schema.md}. No other class
 * spells one out. The braces are a hash tag: in a Cluster, what belongs to a grant is in one slot.
 */
final class RedisKey {

  static final String PROOF_NONCES = "dpop-nonce";
  static final String POLL_PRESSURE = "poll-pressure";
  static final String LIVE_CODES = "live-codes";
  static final String AUDIT_EVENTS = "audit-events";
  static final String AUDIT_UNREADABLE = "audit-unreadable";

  /** Between an owner, which cannot hold it, and an id, which may hold anything. */
  private static final char NUL = '\0';

  private RedisKey() {}

  static String grant(GrantId id) {
    return "grant:{" + id.value() + "}";
  }

  static String decidedChannel(GrantId id) {
    return "decided:{" + id.value() + "}";
  }

  static String answer(GrantId id) {
    return "answer:{" + id.value() + "}";
  }

  static String terms(String digest) {
    return "terms:" + digest;
  }

  /** By the MAC of the code, see {@link UserCodeIndex}. */
  static String userCode(String mac) {
    return "usercode:" + mac;
  }

  static String session(SessionId id) {
    return "session:" + digest(id.value());
  }

  static String challenge(SessionId session, Ceremony ceremony, Challenge challenge) {
    return "challenge:" + digest(session.value() + NUL + ceremony.name() + NUL + challenge.value());
  }

  static String proof(String thumbprint, String jti) {
    return "proof:" + digest(thumbprint + NUL + jti);
  }

  static String assertion(ClientId client, String jti) {
    return "assertion:" + digest(client.value() + NUL + jti);
  }

  static String revoked(String jti) {
    return "revoked:" + digest(jti);
  }

  static String limit(String name, String subject) {
    return "limit:" + name + ":" + digest(subject);
  }

  static String backoff(String name, String subject) {
    return "backoff:" + name + ":" + digest(subject);
  }

  static String alarm(String name) {
    return "alarm:" + name;
  }

  static String typed(BrowserId browser) {
    return "typed:" + digest(browser.value());
  }

  static String ticket(TicketId id) {
    return "ticket:" + digest(id.value());
  }

  static String logoutToken(String issuer, String jti) {
    return "logout:" + digest(issuer + NUL + jti);
  }

  static String endedSession(String issuer, String sid) {
    return "ended-session:" + digest(issuer + NUL + sid);
  }

  static String endedPerson(String issuer, String subject) {
    return "ended-person:" + digest(issuer + NUL + subject);
  }

  private static String digest(String value) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
