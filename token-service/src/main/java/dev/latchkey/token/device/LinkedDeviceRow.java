package dev.latchkey.token.device;

import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.ServiceSubject;
import dev.latchkey.grant.SpacedWords;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The {@code linked_device} table, except what in this service {@link FamilyStatements} alone reads
 * and writes.
 */
@Entity
@Table(name = "linked_device")
class LinkedDeviceRow {

  @Id UUID id = new UUID(0, 0);

  @Column(name = "grant_id")
  String grantId = "";

  /** Its account; null if it belongs to a service. */
  @Nullable UUID subject;

  /** The name of its service; null if it belongs to an account. */
  @Nullable String service;

  @Column(name = "client_id")
  String clientId = "";

  String scope = "";

  @Nullable String api;

  boolean refreshable;

  @Column(name = "auth_time")
  Instant authTime = Instant.EPOCH;

  String amr = "";

  @Nullable String acr;

  @Column(name = "dpop_jkt")
  @Nullable String dpopThumbprint;

  @Column(name = "device_name")
  @Nullable String deviceName;

  @Column(name = "device_model")
  @Nullable String deviceModel;

  @Column(name = "device_serial")
  @Nullable String deviceSerial;

  @Column(name = "app_version")
  @Nullable String appVersion;

  /** Where it was when it was linked. */
  String address = "";

  /** What its person calls it. */
  @Column(name = "own_name")
  @Nullable String ownName;

  @Nullable UUID enrolment;

  @Column(name = "secret_kid")
  String secretKid = "";

  long generation;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;

  @Nullable
  @Enumerated(EnumType.STRING)
  Revocation revocation;

  /** A new row; its times are PostgreSQL's to write. */
  static LinkedDeviceRow of(LinkedDevice device, String secretKid) {
    var row = new LinkedDeviceRow();
    row.id = device.id();
    row.grantId = device.grant().value();
    ServiceSubject.of(device.subject())
        .ifPresentOrElse(
            owner -> row.service = owner.name(),
            () -> row.subject = UUID.fromString(device.subject()));
    row.clientId = device.client().value();
    row.scope = device.scope().toString();
    row.api = device.api();
    row.refreshable = device.refreshable();
    row.authTime = device.authTime();
    row.amr = SpacedWords.write(device.amr());
    row.acr = device.acr();
    row.dpopThumbprint = device.dpopThumbprint();
    row.deviceName = device.claimed().name();
    row.deviceModel = device.claimed().model();
    row.deviceSerial = device.claimed().serial();
    row.appVersion = device.claimed().appVersion();
    row.address = device.address();
    row.enrolment = device.enrolment();
    var first = RefreshToken.first(secretKid, device);
    row.secretKid = first.secretKid();
    row.generation = first.generation();
    return row;
  }

  LinkedDevice toLinkedDevice() {
    return new LinkedDevice(
        id,
        new GrantId(grantId),
        subject(subject, service),
        new ClientId(clientId),
        Scope.stored(scope),
        api,
        refreshable,
        authTime,
        SpacedWords.stored(amr),
        acr,
        dpopThumbprint,
        new ClaimedDevice(deviceName, deviceModel, deviceSerial, appVersion),
        address,
        enrolment);
  }

  /** What tokens say of what is in the two columns. */
  static String subject(@Nullable UUID account, @Nullable String service) {
    return account == null
        ? new ServiceSubject(Objects.requireNonNull(service)).toString()
        : account.toString();
  }
}
