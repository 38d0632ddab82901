package dev.latchkey.authz.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CloudEventTest {

  @Test
  void hasTheEventAsTheAuditLogHasIt() {
    // Given
    var event = Hooks.delivery().event();

    // When
    var text = CloudEvent.of(event, "https://login.example.com");

    // Then
    assertThat(text)
        .isEqualTo(
            """
            {"specversion":"1.0","id":"ID","source":"https://login.example.com",\
            "type":"dev.latchkey.grant.approved","time":"2026-11-21T12:00:00.007Z",\
            "datacontenttype":"application/json","data":{"id":"ID",\
            "time":"2026-11-21T12:00:00.007Z","service":"verification-ui",\
            "event":"grant.approved","grant":"a-grant","client_id":"living-room-tv",\
            "subject":"an-account","address":"192.0.2.7","scope":"openid watch"}}"""
                .replace("ID", event.id().toString()));
  }
}
