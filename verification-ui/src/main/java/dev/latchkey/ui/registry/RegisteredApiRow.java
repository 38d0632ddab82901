package dev.latchkey.ui.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The {@code api} table, which device-authz-service owns; read-only here. */
@Entity
@Immutable
@Table(name = "api", schema = "registry")
class RegisteredApiRow {

  @Id String identifier = "";

  String name = "";

  boolean enabled;
}
