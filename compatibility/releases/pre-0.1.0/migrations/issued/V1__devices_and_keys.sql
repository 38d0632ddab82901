-- A device that somebody approved. Its refresh token is not here: see RefreshToken.
create table linked_device (
  id            uuid        primary key,
  grant_id      text        not null unique,
  subject       uuid        not null,
  client_id     text        not null,
  scope         text        not null,
  api           text,
  refreshable   boolean     not null,
  auth_time     timestamptz not null,
  amr           text        not null,
  device_name   text,
  device_model  text,
  device_serial text,
  app_version   text,
  address       text        not null,
  secret_kid    text        not null,
  generation    bigint      not null,
  created_at    timestamptz not null,
  rotated_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  revoked_at    timestamptz
);

create index linked_device_subject on linked_device (subject);
create index linked_device_client on linked_device (client_id);

-- The fence: one row per redeemed grant, whatever Redis remembers.
create table redemption (
  grant_id    text        primary key,
  claim       text        not null,
  redeemed_at timestamptz not null
);

create index redemption_redeemed_at on redemption (redeemed_at);

-- Private keys are sealed under the master key (AES-256-GCM, the kid as additional data).
create table signing_key (
  kid                text        primary key,
  algorithm          text        not null,
  public_key         bytea       not null,
  sealed_private_key bytea       not null,
  created_at         timestamptz not null
);
