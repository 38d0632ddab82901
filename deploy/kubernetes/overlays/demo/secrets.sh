#!/bin/sh
# Prints the Secrets of the demo, drawn anew each time it is run: once per installation.
set -eu

random() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }
password() { head -c 24 /dev/urandom | base64 | tr -d '\n' | tr '+/' '-_'; }

secret() { # secret NAME KEY=VALUE...
  printf -- '---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\n' "$1"
  shift
  [ $# = 0 ] || echo 'stringData:'
  for entry in "$@"; do
    printf '  %s: "%s"\n' "${entry%%=*}" "${entry#*=}"
  done
}

secret postgresql "superuser-password=$(password)"
secret database-owner QUARKUS_DATASOURCE_USERNAME=latchkey_owner "QUARKUS_DATASOURCE_PASSWORD=$(password)"
secret database QUARKUS_DATASOURCE_USERNAME=latchkey "QUARKUS_DATASOURCE_PASSWORD=$(password)"
secret user-codes "LATCHKEY_USER_CODE_PEPPER=$(random)"
# Of production's example registry; the demo's refers to nothing.
secret device-authz-service "LATCHKEY_OPERATOR_SECRET=$(random)"
secret token-service "LATCHKEY_MASTER_KEY=$(random)" LATCHKEY_REFRESH_TOKEN_CURRENT=k1 \
  "LATCHKEY_REFRESH_TOKEN_SECRETS_K1=$(random)"
secret verification-ui "LATCHKEY_UPSTREAM_SECRET=$(random)"
