#!/bin/sh
# Run once, by PostgreSQL's image, when the database is made: one role that makes and changes tables,
# and one that only uses them, as docs/kubernetes.md says.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres \
  --set owner_password="$OWNER_PASSWORD" --set password="$PASSWORD" <<'END'
create role latchkey_owner login password :'owner_password';
create role latchkey login password :'password';
create database latchkey owner latchkey_owner;
\connect latchkey
alter default privileges for role latchkey_owner grant usage on schemas to latchkey;
alter default privileges for role latchkey_owner grant select, insert, update, delete on tables to latchkey;
alter default privileges for role latchkey_owner grant usage, select on sequences to latchkey;
END
