package dev.latchkey.authz.switches.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.switches.ThrownSwitch;
import dev.latchkey.oauth.admin.ETag;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is switched off. */
@Schema(name = "Switches", description = "All that is switched off")
record SwitchesBody(@Schema(required = true) @JsonProperty("switches") List<SwitchBody> switches) {

  static SwitchesBody of(List<ThrownSwitch> thrown) {
    return new SwitchesBody(thrown.stream().map(SwitchBody::of).toList());
  }

  ETag etag() {
    return ETag.ofBytes(toString().getBytes(UTF_8));
  }
}
