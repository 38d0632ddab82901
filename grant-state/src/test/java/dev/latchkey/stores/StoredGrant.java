package dev.latchkey.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ConfirmationNumber;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Proof;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts a grant into Redis as {@code docs/redis-schema.md} describes it; pending by default, asked
 * for a minute ago by a TV and not polled yet. Each method answers a changed copy.
 *
 * <p>It spells the schema out for itself and shares no code with the adapter, so a change of schema
 * on one side only breaks the tests. Times are written relative to Redis's own clock. Fields that
 * are in the grant's terms go there, see {@link StoredTerms}.
 */
public final class StoredGrant {

  public static final ClientId TV = new ClientId("living-room-tv");

  /** What is asked for, and granted by {@link #approvedBy}. */
  public static final String SCOPE = "openid profile offline_access watch";

  public static final String API = "https://api.example.com/tv";

  private static final String NO_USER_CODE = "none";
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final Duration AGE = Duration.ofMinutes(1);
  private static final List<String> TIMES =
      List.of("expires_at", "next_poll_at", "browser_until", "claim_until");

  private final Map<String, String> fields;

  /** Fields that hold a time, by how far it is from now. */
  private final Map<String, Duration> times;

  private StoredGrant(Map<String, String> fields, Map<String, Duration> times) {
    this.fields = fields;
    this.times = times;
  }

  public static StoredGrant pending() {
    return new StoredGrant(Map.of(), Map.of())
        .with("state", "PENDING")
        .with("client_id", TV.value())
        .with("client_name", "Living-room TV")
        .with("scope", SCOPE)
        .with("scope_words", "watch en Watch your programmes\nwatch de Ihre Sendungen ansehen")
        .with("api", API)
        .with("api_name", "TV programme")
        .with("api_lifetime", "3600000")
        .with("refreshable", "1")
        .with("lifetime", Long.toString(LIFETIME.toMillis()))
        .with("interval", "5000")
        .with("mask", "****-****")
        .with("usercode", NO_USER_CODE)
        .with("name", "Telly")
        .with("model", "Flat 55")
        .with("address", "203.0.113.7")
        .in("expires_at", LIFETIME.minus(AGE));
  }

  /** Approved with everything that was asked for, by someone who signed in by password. */
  public static StoredGrant approvedBy(String subject) {
    return pending()
        .with("state", "APPROVED")
        .with("decision", "APPROVED the-phone")
        .with("browser", "the-phone")
        .in("browser_until", AGE)
        .with("subject", subject)
        .with("granted", SCOPE)
        .with("auth_time", "1767225600")
        .with("amr", "pwd");
  }

  /** By an operator and an enrolment token, before the device came: no browser ever had it. */
  public static StoredGrant approvedAhead(String subject, String enrolment) {
    return pending()
        .with("state", "APPROVED")
        .with("subject", subject)
        .with("granted", SCOPE)
        .with("auth_time", "1767225600")
        .with("enrolment", enrolment);
  }

  public static StoredGrant denied() {
    return pending()
        .with("state", "DENIED")
        .with("decision", "DENIED the-phone")
        .with("browser", "the-phone")
        .in("browser_until", AGE);
  }

  /** Approved, fetched and done with. */
  public static StoredGrant redeemedBy(String subject) {
    return approvedBy(subject)
        .claimedUntil(new ClaimId("the-only-claim"), Duration.ofSeconds(9))
        .with("state", "REDEEMED");
  }

  /** Past its end, by a second. */
  public StoredGrant expired() {
    return expiresIn(Duration.ofSeconds(-1));
  }

  public StoredGrant expiresIn(Duration time) {
    return in("expires_at", time);
  }

  /** Polled before; the next poll is on time in so many seconds, or has been if negative. */
  public StoredGrant nextPollIn(long seconds) {
    return nextPollIn(Duration.ofSeconds(seconds));
  }

  public StoredGrant nextPollIn(Duration time) {
    return in("next_poll_at", time);
  }

  public StoredGrant withInterval(Duration interval) {
    return with("interval", Long.toString(interval.toMillis()));
  }

  public StoredGrant ofClient(ClientId client) {
    return with("client_id", client.value());
  }

  public StoredGrant withScope(String scope) {
    return with("scope", scope).with("granted", scope);
  }

  /** No API is asked for, only claims about the person. */
  public StoredGrant withoutApi() {
    return without("api").without("api_name").without("api_lifetime").without("scope_words");
  }

  /** An approval does not entitle to a refresh token. */
  public StoredGrant notRefreshable() {
    return without("refreshable");
  }

  public StoredGrant withAuth0Profile() {
    return with("error_profile", "AUTH0");
  }

  /** Bound to a PKCE challenge, the S256 of a verifier. */
  public StoredGrant withChallenge(String challenge) {
    return with("code_challenge", challenge);
  }

  /** Bound to the DPoP key of that thumbprint. */
  public StoredGrant withThumbprint(String thumbprint) {
    return with("dpop_jkt", thumbprint);
  }

  /** Bound to whatever of the two there is. */
  public StoredGrant boundTo(Proof proof) {
    var challenge = proof.codeChallenge();
    var thumbprint = proof.dpopThumbprint();
    var challenged = challenge == null ? this : withChallenge(challenge);
    return thumbprint == null ? challenged : challenged.withThumbprint(thumbprint);
  }

  /** Opened by a browser, whose bond ends in so long, or has if negative. */
  public StoredGrant openedBy(BrowserId browser, Duration bond) {
    return with("browser", browser.value()).in("browser_until", bond);
  }

  /** Claimed by a poll, whose lease ends in so long, or has if negative. */
  public StoredGrant claimedUntil(ClaimId claim, Duration lease) {
    return with("state", "CLAIMED").with("claim", claim.value()).in("claim_until", lease);
  }

  /** Claimed once, and given back when the claim may have been in the fence. */
  public StoredGrant releasedBy(ClaimId claim) {
    return with("state", "APPROVED").with("released", claim.value());
  }

  /** The client wants the person to bring a number from the page to the device. */
  public StoredGrant withNumberMatching() {
    return with("confirmation", "number");
  }

  /** Approved, but waiting for that number, of two digits. */
  public StoredGrant confirming(String number) {
    return withNumberMatching().with("state", "CONFIRMING").with("number", number);
  }

  /** Wrong numbers that the device has brought, with a space between. */
  public StoredGrant havingTried(String numbers) {
    return with("tried", numbers);
  }

  /** To be found by a user code in normal form, under a pepper in base64. */
  public StoredGrant withUserCode(String code, String pepper) {
    return with("usercode", mac(code, pepper));
  }

  /** Any field, for what has no word of its own. */
  public StoredGrant with(String field, String value) {
    var changed = new TreeMap<>(fields);
    changed.put(field, value);
    var otherTimes = new TreeMap<>(times);
    otherTimes.remove(field);
    return new StoredGrant(changed, otherTimes);
  }

  private StoredGrant without(String field) {
    var left = new TreeMap<>(fields);
    left.remove(field);
    var leftTimes = new TreeMap<>(times);
    leftTimes.remove(field);
    return new StoredGrant(left, leftTimes);
  }

  private StoredGrant in(String field, Duration time) {
    var changed = new TreeMap<>(without(field).times);
    changed.put(field, time);
    return new StoredGrant(without(field).fields, changed);
  }

  /** Stores the grant, and its index if it has a user code; answers the code to poll with. */
  public DeviceCode save(RedisStore redis) {
    var code = DeviceCode.random();
    var now = redis.now();
    var lifetime = Duration.ofMillis(Long.parseLong(fields.getOrDefault("lifetime", "0")));
    var gone = now.plus(times.getOrDefault("expires_at", LIFETIME)).plus(lifetime);
    var terms = StoredTerms.of(fields);
    terms.save(redis);
    var command = new ArrayList<>(List.of("HSET", key(code), "terms", terms.digest()));
    StoredTerms.without(fields)
        .forEach((field, value) -> command.addAll(List.of(field, stored(field, value))));
    times.forEach((field, time) -> command.addAll(List.of(field, millis(now.plus(time)))));
    redis.execute(command.toArray(String[]::new));
    redis.execute("PEXPIREAT", key(code), millis(gone));
    var mac = fields.getOrDefault("usercode", NO_USER_CODE);
    if (!mac.equals(NO_USER_CODE)) {
      redis.execute("SET", "usercode:" + mac, id(code).value(), "PXAT", millis(gone));
    }
    return code;
  }

  /** Of the MAC by which it is looked up, a grant itself keeps the start. */
  private static String stored(String field, String value) {
    return field.equals("usercode") ? value.substring(0, Math.min(8, value.length())) : value;
  }

  /** What is now in Redis of the grant, without its terms; empty if nothing is. */
  public static Map<String, String> read(RedisStore redis, DeviceCode code) {
    return redis.hash(key(code));
  }

  /** The terms that the grant names; empty if they are not there. */
  public static Map<String, String> terms(RedisStore redis, DeviceCode code) {
    return StoredTerms.read(redis, read(redis, code).getOrDefault("terms", "none"));
  }

  /** Where in Redis the terms are that the grant names. */
  public static String termsKey(RedisStore redis, DeviceCode code) {
    return StoredTerms.key(read(redis, code).getOrDefault("terms", "none"));
  }

  /** Writes one field, of the grant or, by giving it others, of its terms. */
  public static void change(RedisStore redis, DeviceCode code, String field, String value) {
    var changed = new TreeMap<>(read(redis, code));
    changed.putAll(terms(redis, code));
    changed.put(field, value);
    var terms = StoredTerms.of(changed);
    terms.save(redis);
    redis.execute("HSET", key(code), "terms", terms.digest());
    if (!StoredTerms.has(field)) {
      redis.execute("HSET", key(code), field, value);
    }
  }

  /** The number that the device is to bring of a grant that waits for one. */
  public static ConfirmationNumber number(RedisStore redis, DeviceCode code) {
    return new ConfirmationNumber(read(redis, code).getOrDefault("number", "none"));
  }

  /** A number that is not this one. */
  public static ConfirmationNumber otherThan(ConfirmationNumber number) {
    return otherThan(number, 1);
  }

  /** One of 99 numbers that are not this one. */
  public static ConfirmationNumber otherThan(ConfirmationNumber number, int which) {
    return new ConfirmationNumber(
        "%02d".formatted((Integer.parseInt(number.value()) + which) % 100));
  }

  /** Lets time pass for one grant, by moving all that it remembers into the past. */
  public static void age(RedisStore redis, DeviceCode code, Duration by) {
    var stored = read(redis, code);
    for (var field : TIMES) {
      if (stored.containsKey(field)) {
        redis.execute("HINCRBY", key(code), field, Long.toString(-by.toMillis()));
      }
    }
    redis.execute("PEXPIREAT", key(code), millis(redis.end(key(code)).minus(by)));
    StoredAnswer.age(redis, code, by);
  }

  /** The key of a grant, by its device code. */
  public static String key(DeviceCode code) {
    return "grant:{" + id(code).value() + "}";
  }

  /** The channel on which a grant's decision is told. */
  public static String channel(DeviceCode code) {
    return "decided:{" + id(code).value() + "}";
  }

  /** The key of the user-code index, for a code in normal form and a pepper in base64. */
  public static String userCodeKey(String code, String pepper) {
    return "usercode:" + mac(code, pepper);
  }

  static String mac(String code, String pepper) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(pepper), "HmacSHA256"));
      return base64url(mac.doFinal(code.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static GrantId id(DeviceCode code) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(code.value().getBytes(UTF_8));
      return new GrantId(base64url(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String millis(Instant time) {
    return Long.toString(time.toEpochMilli());
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
