#!/bin/sh
# Puts the demo into the cluster that kubectl points at, or brings it up to date.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
in="kubectl --namespace latchkey"

kubectl apply -f "$here/namespace.yaml"
# Drawn once: with other keys nothing that is there could be read.
$in get secret token-service >/dev/null 2>&1 || sh "$here/secrets.sh" | $in create -f -
# A job cannot be changed, only made anew.
$in delete job --selector app.kubernetes.io/component=schema --ignore-not-found
kubectl apply -k "$here"
$in wait --for=condition=complete --timeout=10m job --selector app.kubernetes.io/component=schema
for deployment in device-authz-service token-service verification-ui gateway; do
  $in rollout status --timeout=5m "deployment/$deployment"
done
echo 'Now: kubectl --namespace latchkey port-forward service/gateway 8080:8080'
