{{/*
The files of a pod, each as what is mounted where: by name, with path and either secret, configMap
or emptyDir. Called with a dict: root, service, values, job, settings (the name of its ConfigMap).
*/}}
{{- define "latchkey.files" -}}
settings: { path: /etc/latchkey/settings, configMap: {{ .settings }} }
tmp: { path: /tmp, size: {{ .values.pod.tmpSize }} }
{{- if eq (include "latchkey.reads-registry" .) "true" }}
registry: { path: /etc/latchkey/registry, configMap: {{ default (printf "%s-registry" (include "latchkey.fullname" .root)) .root.Values.registryFile.existingConfigMap }} }
{{- end }}
{{- if and (eq .service "device-authz-service") (not .job) }}
{{- range $number, $secret := .root.Values.registryFile.secrets }}
registry-secret-{{ $number }}: { path: /etc/latchkey/secrets/{{ $secret }}, secret: {{ $secret }} }
{{- end }}
{{- end }}
{{- with .root.Values.redis.secret }}
redis-credentials: { path: /etc/latchkey/redis-credentials, secret: {{ . }} }
{{- end }}
{{- with .root.Values.redis.tls.caSecret }}
redis-ca: { path: /etc/latchkey/redis-ca, secret: {{ . }} }
{{- end }}
{{- with .root.Values.redis.tls.certificateSecret }}
redis-certificate: { path: /etc/latchkey/redis-certificate, secret: {{ . }} }
{{- end }}
{{- with .root.Values.postgresql.tls.caSecret }}
postgresql-ca: { path: /etc/latchkey/postgresql-ca, secret: {{ . }} }
{{- end }}
{{- range $number, $file := .values.files }}
file-{{ $number }}: {{ toJson $file }}
{{- end }}
{{- end }}

{{- define "latchkey.mounts" -}}
{{- range $name, $file := include "latchkey.files" . | fromYaml }}
- name: {{ $name }}
  mountPath: {{ $file.path }}
  {{- if ne $name "tmp" }}
  readOnly: true
  {{- end }}
{{- end }}
{{- end }}

{{- define "latchkey.volumes" -}}
{{- range $name, $file := include "latchkey.files" . | fromYaml }}
- name: {{ $name }}
  {{- if $file.secret }}
  secret:
    secretName: {{ $file.secret }}
    defaultMode: 288 # 0440
  {{- else if $file.configMap }}
  configMap:
    name: {{ $file.configMap }}
  {{- else }}
  emptyDir:
    sizeLimit: {{ $file.size }}
  {{- end }}
{{- end }}
{{- end }}
