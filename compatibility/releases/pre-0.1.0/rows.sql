-- What this release writes: a row of each table, with every column that it knows, so that each can be
-- written and read while the next release's tables are there. :n makes one row differ from another.

insert into registry.api
  (identifier, name, allow_offline_access, access_token_lifetime, enabled, declared, introspection_clients)
  values ('https://api.example.com/:n', 'TV programme', true, 3600000, true, true, 'tv-api');

insert into registry.api_scope (api, scope, words, language)
  values ('https://api.example.com/:n', 'watch', 'Watch your programmes', 'en');

insert into registry.client
  (client_id, name, token_endpoint_auth_method, secret_hash, grant_types, scopes, default_api, code_lifetime,
   code_interval, code_charset, code_mask, error_profile, enabled, declared, jwks, jwks_uri, allowed_origins,
   require_pkce, require_dpop, refresh_rotation, refresh_idle_lifetime, refresh_absolute_lifetime, id_token_alg,
   logo, logo_id, first_party, approval_typed_code, approval_networks, approval_same_network, approval_groups,
   approval_confirmation)
  values ('tv-:n', 'Living-room TV', 'none', null, 'refresh_token', 'openid watch', 'https://api.example.com/:n', 600000,
          5000, 'base20', '****-****', 'rfc8628', true, true, null, null, '',
          false, false, true, null, null, null,
          null, null, false, false, '', false, '',
          null);

insert into issued.linked_device
  (id, grant_id, subject, client_id, scope, api, refreshable, auth_time, amr, device_name, device_model, device_serial,
   app_version, address, secret_kid, generation, created_at, rotated_at, last_seen_at, revoked_at, dpop_jkt,
   current_used, late_replay, revocation, acr, own_name, last_address)
  values (gen_random_uuid(), 'grant-:n', gen_random_uuid(), 'tv-:n', 'openid watch', null, true, '2026-01-01T00:00:00Z', 'pwd', 'Telly', 'Flat 55', 'SN-:n',
          '1.2.3', '203.0.113.7', 't1', 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', null, null,
          false, false, null, null, 'Kitchen', '203.0.113.8');

insert into issued.redemption (grant_id, claim, redeemed_at)
  values ('grant-:n', 'claim-:n', '2026-01-01T00:00:00Z');

insert into issued.signing_key
  (kid, algorithm, public_key, sealed_private_key, created_at, activates_at, retires_at, gone_at)
  values ('kid-:n', 'ES256', '\x01', '\x02', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', null, null);

insert into people.account
  (id, username, name, email, email_verified, password_hash, disabled, declared, created_at, updated_at, locked,
   generation, declared_password_hash, handle)
  values ('00000000-0000-4000-8000-00000000000:n', 'alice-:n', 'Alice Liddell', 'alice@example.com', true, 'hash', false, true,
          '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', false,
          0, 'hash', gen_random_uuid());

insert into people.consent (account, client_id, api, scope, granted_at)
  values ('00000000-0000-4000-8000-00000000000:n', 'tv-:n', '', 'openid watch', '2026-01-01T00:00:00Z');

insert into people.upstream_identity (issuer, subject, provider, account, signed_in_at)
  values ('https://idp.example.com', 'sub-:n', 'staff', '00000000-0000-4000-8000-00000000000:n', '2026-01-01T00:00:00Z');

insert into people.passkey
  (id, account, credential_id, credential, sign_count, transports, label, aaguid, backup_eligible, backed_up, created_at,
   used_at)
  values (gen_random_uuid(), '00000000-0000-4000-8000-00000000000:n', decode('0:n', 'hex'), '\x01', 0, 'internal', 'Phone', gen_random_uuid(), true, false, '2026-01-01T00:00:00Z',
          null);
