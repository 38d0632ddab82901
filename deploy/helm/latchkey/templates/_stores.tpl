{{/* Where Redis is, as settings. */}}
{{- define "latchkey.redis" -}}
{{- $redis := .root.Values.redis -}}
{{- $scheme := $redis.tls.enabled | ternary "rediss" "redis" -}}
{{- $hosts := list -}}
{{- range $redis.hosts }}{{ $hosts = append $hosts (printf "%s://%s" $scheme .) }}{{ end -}}
quarkus.redis.hosts: {{ join "," $hosts | quote }}
quarkus.redis.client-type: {{ $redis.mode }}
latchkey.redis.replicas: {{ $redis.replicas | int64 | quote }}
{{- if eq $redis.mode "sentinel" }}
quarkus.redis.master-name: {{ $redis.masterName | quote }}
{{- end }}
{{- if $redis.secret }}
# As files, which are read again: a new password needs no restart.
latchkey.redis.credentials.password-file: /etc/latchkey/redis-credentials/{{ $redis.secretPasswordKey }}
{{- with $redis.secretUsernameKey }}
latchkey.redis.credentials.user-file: /etc/latchkey/redis-credentials/{{ . }}
{{- end }}
{{- end }}
{{- if $redis.tls.enabled }}
quarkus.redis.tls-configuration-name: redis
quarkus.tls.redis.hostname-verification-algorithm: {{ $redis.tls.verifyHostname | ternary "HTTPS" "NONE" }}
# Certificates are replaced while pods run.
quarkus.tls.redis.reload-period: 1h
{{- if $redis.tls.caSecret }}
quarkus.tls.redis.trust-store.pem.certs: /etc/latchkey/redis-ca/ca.crt
{{- end }}
{{- if $redis.tls.certificateSecret }}
quarkus.tls.redis.key-store.pem.0.cert: /etc/latchkey/redis-certificate/tls.crt
quarkus.tls.redis.key-store.pem.0.key: /etc/latchkey/redis-certificate/tls.key
{{- end }}
{{- end }}
{{- end }}

{{/* Where PostgreSQL is, as settings: once for the reactive client, once for Flyway. */}}
{{- define "latchkey.postgresql" -}}
{{- $postgresql := .root.Values.postgresql -}}
{{- $mode := $postgresql.tls.mode -}}
{{- $address := printf "postgresql://%s:%d/%s" $postgresql.host (int64 $postgresql.port) $postgresql.database -}}
{{- $ca := "/etc/latchkey/postgresql-ca/ca.crt" -}}
{{- $parameters := printf "?sslmode=%s" $mode -}}
{{- if $postgresql.tls.caSecret }}{{ $parameters = printf "%s&sslrootcert=%s" $parameters $ca }}{{ end -}}
quarkus.datasource.reactive.url: {{ $address | quote }}
quarkus.datasource.jdbc.url: {{ printf "jdbc:%s%s" $address $parameters | quote }}
quarkus.datasource.reactive.postgresql.ssl-mode: {{ $mode }}
{{- if $postgresql.tls.caSecret }}
quarkus.datasource.reactive.trust-certificate-pem: "true"
quarkus.datasource.reactive.trust-certificate-pem.certs: {{ $ca }}
{{- else if eq $mode "require" }}
quarkus.datasource.reactive.trust-all: "true"
{{- end }}
{{- if eq $mode "verify-full" }}
quarkus.datasource.reactive.hostname-verification-algorithm: HTTPS
{{- end }}
{{- end }}
