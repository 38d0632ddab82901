-- Sessions of an older generation than the account's are over: it goes up when the password changes
-- and when the person signs out everywhere.
alter table account add column generation bigint not null default 0;

-- What the registry file declares, apart from what the person made of it.
alter table account add column declared_password_hash text;
update account set declared_password_hash = password_hash where declared;

comment on column account.declared_password_hash is
  'of the password in the registry file: password_hash follows it only when that changes';

-- What passkeys keep as the user handle (WebAuthn section 5.4.3): random, says nothing of anybody.
alter table account add column handle uuid not null default gen_random_uuid();
create unique index account_handle on account (handle);

create table passkey (
  id            uuid        primary key,
  account       uuid        not null references account (id) on delete cascade,
  credential_id bytea       not null unique,
  credential    bytea       not null,
  sign_count    bigint      not null,
  transports    text        not null,
  label         text        not null,
  aaguid        uuid        not null,
  backup_eligible boolean   not null,
  backed_up     boolean     not null,
  created_at    timestamptz not null default now(),
  used_at       timestamptz
);

create index passkey_account on passkey (account);

comment on column passkey.id is 'how forms name it';
comment on column passkey.credential is
  'attested credential data (WebAuthn section 6.5.1), with the public key';
comment on column passkey.sign_count is 'of the last sign-in; 0 if the authenticator does not count';
comment on column passkey.transports is 'as the browser named them, a space between';
comment on column passkey.label is 'the person''s own name for it; may be empty';
comment on column passkey.aaguid is 'the model of the authenticator, not attested';
comment on column passkey.backup_eligible is 'may be on several devices; never changes';
