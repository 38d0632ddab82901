{{/* What Helm says after an installation and an upgrade. */}}
{{- define "latchkey.notes" -}}
{{- $namespace := .Release.Namespace -}}
Latchkey {{ .Chart.AppVersion }} is on its way, as {{ .Values.publicUrl }}.

1. Wait until its pods are ready:

   kubectl -n {{ $namespace }} get pods -l app.kubernetes.io/instance={{ .Release.Name }} --watch

   One that says CreateContainerConfigError misses a Secret, or a key in it: kubectl describe names it.
{{- if and .Values.secrets.upstream (ne .Values.profile "local") }}
   `secrets.upstream` is needed once people sign in at an identity provider.
{{- end }}

{{- if or .Values.ingress.enabled .Values.gateway.enabled }}

2. Ask it for its metadata, through your {{ .Values.ingress.enabled | ternary "ingress controller" "gateway" }}:

   curl {{ .Values.publicUrl }}/.well-known/oauth-authorization-server
{{- else }}

2. Nothing outside of the cluster reaches it: neither `ingress` nor `gateway` is on. Route the paths of
   {{ .Values.publicUrl }} to its Services yourself, as the chart's README says. Until then:

   kubectl -n {{ $namespace }} port-forward service/{{ include "latchkey.name" (list . "token-service") }} 8082:8080
   curl http://localhost:8082/.well-known/oauth-authorization-server
{{- end }}

{{- if not (or .Values.registryFile.content .Values.registryFile.existingConfigMap) }}

3. No registry file is given, so it knows the clients in PostgreSQL alone: none at first, and no
   administrator who could make one. Give it registryFile.content or registryFile.existingConfigMap.
{{- else if not .Values.admin.enabled }}

3. Administrators have no route (`admin.enabled`). They get to one of the services by

   kubectl -n {{ $namespace }} port-forward service/{{ include "latchkey.name" (list . "device-authz-service") }} 8081:8080
{{- end }}

{{- if eq .Values.profile "local" }}

The profile is `local`: limits are high, and accounts may have passwords in a file. Not for a network.
{{- end }}
{{- if not .Values.trustedProxies }}

`trustedProxies` is empty: all requests seem to come from your ingress controller, and limits per address hold
for everybody together.
{{- end }}
{{- if not .Values.networkPolicy.enabled }}

`networkPolicy.enabled` is false: every pod of the cluster reaches /internal, /admin and the metrics.
{{- end }}
{{- end }}
