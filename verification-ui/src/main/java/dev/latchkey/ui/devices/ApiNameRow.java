package dev.latchkey.ui.devices;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What the registry calls an API; device-authz-service owns it, read-only here. */
@Entity
@Immutable
@Table(name = "api", schema = "registry")
class ApiNameRow {

  @Id String identifier = "";

  String name = "";
}
