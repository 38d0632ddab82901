package dev.latchkey.ui.devices;

import dev.latchkey.grant.Scope;
import dev.latchkey.grant.Words;
import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The devices that are linked to an account. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
 */
@ApplicationScoped
class MyDevices {

  /** Of a page; a person with more is an installation of kiosks. */
  static final int ON_A_PAGE = 20;

  /**
   * A device without a refresh token is over when its access token is, and none lives for longer.
   */
  private static final Duration LONGEST_ACCESS = Duration.ofDays(1);

  private static final String LINKED =
      "subject = ?1 and revokedAt is null and (refreshable = true or createdAt > ?2)";

  private final SqlGate sql;
  private final Rows rows;
  private final Clients clients;
  private final Apis apis;
  private final Scopes scopes;

  MyDevices(SqlGate sql, Rows rows, Clients clients, Apis apis, Scopes scopes) {
    this.sql = sql;
    this.rows = rows;
    this.clients = clients;
    this.apis = apis;
    this.scopes = scopes;
  }

  /**
   * The devices used last come first.
   *
   * @param page from 1
   */
  Uni<PageOfDevices> page(UUID account, int page) {
    return sql.call(
        () ->
            Panache.withSession(
                () ->
                    rows.linked(account, page)
                        .flatMap(found -> names(found).map(names -> page(found, names, page)))));
  }

  /** One device; empty if it is not linked (any more), or to somebody else. */
  Uni<Optional<DeviceDetails>> find(UUID account, UUID id) {
    return sql.call(
        () ->
            Panache.withSession(
                () ->
                    rows.linked(account, id)
                        .flatMap(
                            found ->
                                found.isEmpty()
                                    ? Uni.createFrom().item(Optional.empty())
                                    : details(found.getFirst()).map(Optional::of))));
  }

  private static PageOfDevices page(
      List<LinkedDeviceRow> found, Map<String, String> names, int page) {
    return new PageOfDevices(
        found.stream().limit(ON_A_PAGE).map(row -> device(row, names)).toList(),
        page,
        found.size() > ON_A_PAGE);
  }

  private Uni<DeviceDetails> details(LinkedDeviceRow row) {
    var device = names(List.of(row)).map(names -> device(row, names));
    var api = row.api;
    if (api == null) {
      return device.map(it -> details(it, row, Map.of(), null));
    }
    // One after the other: a session is one connection.
    return device.flatMap(
        it ->
            scopes
                .of(api)
                .flatMap(
                    words ->
                        apis.findById(api)
                            .map(
                                found ->
                                    details(it, row, words, found == null ? api : found.name))));
  }

  private static DeviceDetails details(
      MyDevice device, LinkedDeviceRow row, Map<String, Words> words, @Nullable String apiName) {
    return new DeviceDetails(device, Scope.stored(row.scope), words, apiName);
  }

  private static MyDevice device(LinkedDeviceRow row, Map<String, String> names) {
    return MyDevice.of(row, Optional.ofNullable(names.get(row.clientId)));
  }

  private Uni<Map<String, String>> names(List<LinkedDeviceRow> found) {
    var ids = found.stream().map(row -> row.clientId).distinct().toList();
    return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : clients.names(ids);
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<LinkedDeviceRow, UUID> {

    /** One more than is shown tells whether there is another page. */
    Uni<List<LinkedDeviceRow>> linked(UUID account, int page) {
      var first = (page - 1) * ON_A_PAGE;
      return find(LINKED + " order by lastSeenAt desc, id", account, oldest())
          .range(first, first + ON_A_PAGE)
          .list();
    }

    Uni<List<LinkedDeviceRow>> linked(UUID account, UUID id) {
      return list(LINKED + " and id = ?3", account, oldest(), id);
    }

    private static Instant oldest() {
      return Instant.now().minus(LONGEST_ACCESS);
    }
  }

  @ApplicationScoped
  static class Clients implements PanacheRepositoryBase<ClientNameRow, String> {

    Uni<Map<String, String>> names(List<String> ids) {
      return list("clientId in ?1", ids)
          .map(
              found ->
                  found.stream().collect(Collectors.toMap(row -> row.clientId, row -> row.name)));
    }
  }

  @ApplicationScoped
  static class Apis implements PanacheRepositoryBase<ApiNameRow, String> {}

  @ApplicationScoped
  static class Scopes implements PanacheRepositoryBase<ApiScopeRow, ApiScopeRow.Key> {

    Uni<Map<String, Words>> of(String api) {
      return list("api = ?1", api)
          .map(
              found ->
                  found.stream()
                      .collect(
                          Collectors.groupingBy(
                              row -> row.scope,
                              Collectors.collectingAndThen(
                                  Collectors.toMap(row -> row.language, row -> row.words),
                                  Words::new))));
    }
  }
}
