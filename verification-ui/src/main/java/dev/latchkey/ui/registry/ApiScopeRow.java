package dev.latchkey.ui.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** An API's own words for a scope, a row for each language; read-only here, as all of these. */
@Entity
@Immutable
@Table(name = "api_scope", schema = "registry")
@IdClass(ApiScopeRow.Key.class)
class ApiScopeRow {

  @Id String api = "";

  @Id String scope = "";

  @Id String language = "";

  String words = "";

  record Key(String api, String scope, String language) implements Serializable {}
}
