package dev.latchkey.ui.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The {@code client} table, which device-authz-service owns; read-only here. */
@Entity
@Immutable
@Table(name = "client", schema = "registry")
class RegisteredClientRow {

  @Id
  @Column(name = "client_id")
  String clientId = "";

  String name = "";

  boolean enabled;
}
