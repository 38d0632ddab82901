package dev.latchkey.authz.enrolment.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.enrolment.EnrolledDevice;
import dev.latchkey.oauth.admin.AdminQuery;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the devices that came with an enrolment token. */
@Schema(
    name = "EnrolledDevices",
    description =
        "A page of the devices that came with an enrolment token, the newest first. Whether they"
            + " fetched their tokens and are linked still, /admin/devices says")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnrolledDevicesBody(
    @Schema(required = true) @JsonProperty("devices") List<EnrolledDeviceBody> devices,
    @Schema(description = "The cursor of the next page; absent on the last one")
        @JsonProperty("next")
        @Nullable String next) {

  /**
   * @param found one more than the page has, if there are more
   */
  static EnrolledDevicesBody of(List<EnrolledDevice> found, AdminQuery query) {
    var page = found.subList(0, Math.min(query.limit(), found.size()));
    return new EnrolledDevicesBody(
        page.stream().map(EnrolledDeviceBody::of).toList(),
        found.size() > page.size() ? query.cursorAt(EnrolmentPlaces.of(page.getLast())) : null);
  }
}
