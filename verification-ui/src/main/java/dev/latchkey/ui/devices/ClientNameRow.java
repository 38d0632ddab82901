package dev.latchkey.ui.devices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What the registry calls a client; device-authz-service owns it, read-only here. */
@Entity
@Immutable
@Table(name = "client", schema = "registry")
class ClientNameRow {

  @Id
  @Column(name = "client_id")
  String clientId = "";

  String name = "";
}
