package dev.latchkey.oauth.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which claims a hook may add: what we say ourselves, or others take for ours, it may not. */
final class ClaimRules {

  /** A token goes with each request, and servers take 8 KiB of headers. */
  private static final int MOST_BYTES = 4_096;

  private static final int MOST_CLAIMS = 32;

  /** Beyond it, programs disagree about what an integer is (RFC 7493 section 2.2). */
  private static final long MOST_EXACT = (1L << 53) - 1;

  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,128}");

  /**
   * What we set in access tokens and answers of introspection, and what RFCs 7519, 7800, 8693, 9068
   * and 9396 and OpenID Connect have resource servers believe.
   */
  private static final Set<String> RESERVED =
      Set.of(
          "iss",
          "sub",
          "aud",
          "exp",
          "nbf",
          "iat",
          "jti",
          "scope",
          "client_id",
          "cnf",
          "act",
          "may_act",
          "auth_time",
          "acr",
          "amr",
          "azp",
          "sid",
          "sub_id",
          "nonce",
          "at_hash",
          "c_hash",
          "s_hash",
          "events",
          "typ",
          "active",
          "token_type",
          "username",
          "device_id",
          "authorization_details");

  private ClaimRules() {}

  /** Fails with {@link HookFailure} if it is no object, or has in it what may not be. */
  static Map<String, Object> read(JsonNode node) {
    if (!node.isObject()) {
      throw new HookFailure("claims is no object");
    }
    if (node.size() > MOST_CLAIMS || node.toString().length() > MOST_BYTES) {
      throw new HookFailure(
          "claims are more than %d, or longer than %d".formatted(MOST_CLAIMS, MOST_BYTES));
    }
    Map<String, Object> claims = new LinkedHashMap<>();
    node.properties().forEach(claim -> claims.put(name(claim.getKey()), value(claim.getValue())));
    return claims;
  }

  private static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new HookFailure("a claim has a name that is no name");
    }
    if (RESERVED.contains(name)) {
      throw new HookFailure("the claim " + name + " is not for hooks to say");
    }
    return name;
  }

  private static Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case ARRAY -> list(node);
      case OBJECT -> object(node);
      case NULL, MISSING, BINARY, POJO -> throw new HookFailure("a claim is null");
    };
  }

  private static Object number(JsonNode node) {
    if (node.isIntegralNumber()) {
      if (!node.canConvertToLong() || Math.abs(node.longValue()) > MOST_EXACT) {
        throw new HookFailure("a claim has a number that is too large");
      }
      return node.longValue();
    }
    var number = node.doubleValue();
    if (!Double.isFinite(number)) {
      throw new HookFailure("a claim has a number that is too large");
    }
    return number;
  }

  private static List<Object> list(JsonNode node) {
    var list = new ArrayList<Object>(node.size());
    node.forEach(item -> list.add(value(item)));
    return List.copyOf(list);
  }

  private static Map<String, Object> object(JsonNode node) {
    Map<String, Object> object = new LinkedHashMap<>();
    node.properties().forEach(member -> object.put(member.getKey(), value(member.getValue())));
    return object;
  }
}
