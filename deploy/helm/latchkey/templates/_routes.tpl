{{/*
Which service serves which public path, by the types of an Ingress. What is not here is not public:
/admin, /internal and /q above all.
*/}}
{{- define "latchkey.public-routes" -}}
device-authz-service:
  Exact:
    - /oauth/device/code
    - /oauth2/device_authorize
token-service:
  Exact:
    - /oauth/token
    - /oauth2/token
    - /oauth/revoke
    - /oauth2/revoke
    - /oauth/introspect
    - /oauth2/introspect
    - /userinfo
    - /oauth2/userinfo
    - /.well-known/oauth-authorization-server
    - /.well-known/openid-configuration
    - /.well-known/jwks.json
verification-ui:
  Exact:
    - /authenticationendpoint/device.do
  Prefix:
    - /device
    - /devices
    - /account
    - /login
    - /logout
    - /playground
    - /assets
{{- end }}

{{/* Which service serves which path of the administrators' host. */}}
{{- define "latchkey.admin-routes" -}}
device-authz-service:
  Prefix:
    - /admin/apis
    - /admin/clients
    - /admin/enrolment-tokens
    - /admin/events
    - /admin/switches
    - /admin/webhooks
token-service:
  Prefix:
    - /admin/devices
    - /admin/keys
verification-ui:
  Prefix:
    - /admin/users
{{- end }}

{{/* The paths of an Ingress. Called with a list: root, routes. */}}
{{- define "latchkey.ingress-paths" -}}
{{- $root := index . 0 -}}
{{- range $service, $byType := index . 1 | fromYaml }}
{{- range $type, $paths := $byType }}
{{- range $paths }}
- path: {{ . }}
  pathType: {{ $type }}
  backend:
    service:
      name: {{ include "latchkey.name" (list $root $service) }}
      port:
        name: http
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* The rules of an HTTPRoute, which have at most eight matches each. Called with a list: root, routes. */}}
{{- define "latchkey.gateway-rules" -}}
{{- $root := index . 0 -}}
{{- range $service, $byType := index . 1 | fromYaml }}
{{- $matches := list -}}
{{- range $type, $paths := $byType }}
{{- range $paths }}
{{- $matches = append $matches (dict "path" (dict "type" (eq $type "Exact" | ternary "Exact" "PathPrefix") "value" .)) -}}
{{- end }}
{{- end }}
{{- range chunk 8 $matches }}
- matches:
    {{- toYaml . | nindent 4 }}
  {{- if and $root.Values.gateway.requestTimeout (eq $service "token-service") }}
  timeouts:
    request: {{ $root.Values.gateway.requestTimeout }}
  {{- end }}
  backendRefs:
    - name: {{ include "latchkey.name" (list $root $service) }}
      port: 8080
{{- end }}
{{- end }}
{{- end }}
