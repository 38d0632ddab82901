package dev.latchkey.ui;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A device that has asked for a code. */
public final class Device {

  private final DeviceCode deviceCode;
  private final String code;
  private final RedisStore redis;

  private Device(DeviceCode deviceCode, String code, RedisStore redis) {
    this.deviceCode = deviceCode;
    this.code = code;
    this.redis = redis;
  }

  /** Of a client of its own, so that no consent is remembered for it. */
  public static Device asks(RealStores stores) {
    return asks(stores, UUID.randomUUID().toString());
  }

  public static Device asks(RealStores stores, String client) {
    return asks(stores, grant -> grant.with("client_id", client));
  }

  public static Device asks(RealStores stores, UnaryOperator<StoredGrant> special) {
    return asks(stores, UserCodeFormat.DEFAULT, special);
  }

  /** With a code of another format. */
  public static Device asks(RealStores stores, UserCodeFormat format) {
    var client = UUID.randomUUID().toString();
    return asks(stores, format, grant -> grant.with("client_id", client));
  }

  private static Device asks(
      RealStores stores, UserCodeFormat format, UnaryOperator<StoredGrant> special) {
    var code = format.draw();
    var grant =
        special
            .apply(StoredGrant.pending().withScope("openid profile watch"))
            .withUserCode(code.value(), RealStores.PEPPER);
    var device = new Device(grant.save(stores.redis()), format.display(code), stores.redis());
    Registry.hasClient(stores, device.field("client_id"));
    var api = StoredGrant.terms(stores.redis(), device.deviceCode).get("api");
    if (api != null) {
      Registry.hasApi(stores, api);
    }
    return device;
  }

  /** As the device shows it. */
  public String code() {
    return code;
  }

  public String completeUri() {
    return "/device?user_code=" + code;
  }

  /** What the grant is known by where its code must not be. */
  public String grant() {
    return deviceCode.grantId().value();
  }

  /** Its time passes. */
  public void expires() {
    redis.execute("HSET", StoredGrant.key(deviceCode), "expires_at", "1");
  }

  /** Its state and whatever else is written to the grant by others. */
  public void becomes(String field, String value) {
    StoredGrant.change(redis, deviceCode, field, value);
  }

  public String state() {
    return field("state");
  }

  /** A field of the grant's hash; empty if it has none. */
  public String field(String name) {
    return StoredGrant.read(redis, deviceCode).getOrDefault(name, "");
  }
}
