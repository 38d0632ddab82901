{{- define "latchkey.ingress-rules" -}}
{{- $network := .root.Values.networkPolicy -}}
{{- $callers := $network.ingressFrom -}}
{{- if eq .service "token-service" -}}
{{- $callers = append $callers (dict "podSelector" (dict "matchLabels" (include "latchkey.selector" (list .root "verification-ui") | fromYaml))) -}}
{{- end -}}
{{- include "latchkey.rule" (dict "direction" "from" "peers" $callers "ports" (list 8080) "needed" true) }}
{{ include "latchkey.rule" (dict "direction" "from" "peers" $network.metricsFrom "ports" (list 9000) "needed" true) }}
{{- end }}

{{- define "latchkey.egress-rules" -}}
{{- $network := .root.Values.networkPolicy -}}
{{ include "latchkey.dns-rule" . }}
{{ include "latchkey.postgresql-rule" . }}
{{ include "latchkey.rule" (dict "direction" "to" "peers" $network.redisTo "ports" (include "latchkey.redis-ports" . | fromJsonArray)) }}
{{- if eq .service "verification-ui" }}
{{ include "latchkey.rule" (dict "direction" "to" "ports" (list 8080) "peers" (list (dict "podSelector" (dict "matchLabels" (include "latchkey.selector" (list .root "token-service") | fromYaml))))) }}
{{- end }}
{{ include "latchkey.rule" (dict "direction" "to" "peers" $network.httpsTo "ports" (list 443) "needed" true) }}
{{- with $network.extraEgress }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "latchkey.dns-rule" -}}
- to:
    {{- toYaml .root.Values.networkPolicy.dnsTo | nindent 4 }}
  ports:
    {{- range list "UDP" "TCP" }}
    - { port: {{ $.root.Values.networkPolicy.dnsPort | int64 }}, protocol: {{ . }} }
    {{- end }}
{{- end }}

{{- define "latchkey.postgresql-rule" -}}
{{- include "latchkey.rule" (dict "direction" "to" "peers" .root.Values.networkPolicy.postgresqlTo "ports" (list (int64 .root.Values.postgresql.port))) }}
{{- end }}

{{/* Those of the hosts, and with sentinels also the one that the servers have, to which they send us. */}}
{{- define "latchkey.redis-ports" -}}
{{- $ports := list -}}
{{- range .root.Values.redis.hosts }}{{ $ports = append $ports (regexFind "[0-9]+$" . | int) }}{{ end -}}
{{- if eq .root.Values.redis.mode "sentinel" }}{{ $ports = append $ports 6379 }}{{ end -}}
{{- $ports | uniq | sortAlpha | toJson -}}
{{- end }}

{{/*
A rule of a NetworkPolicy. Without peers it is for everybody, or, where peers are needed, there is no
rule: nobody.
*/}}
{{- define "latchkey.rule" -}}
{{- if or .peers (not .needed) -}}
- ports:
    {{- range .ports }}
    - { port: {{ . }}, protocol: TCP }
    {{- end }}
  {{- with .peers }}
  {{ $.direction }}:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}
{{- end }}
