package dev.latchkey.token.keys.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.oauth.admin.ETag;
import dev.latchkey.token.keys.KeyRecord;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every signing key, newest first. */
@Schema(name = "Keys", description = "Every signing key, newest first")
record KeysBody(@Schema(required = true) @JsonProperty("keys") List<KeyBody> keys) {

  static KeysBody of(List<KeyRecord> keys, Instant now) {
    return new KeysBody(keys.stream().map(key -> KeyBody.of(key, now)).toList());
  }

  ETag etag() {
    return ETag.ofBytes(toString().getBytes(UTF_8));
  }
}
