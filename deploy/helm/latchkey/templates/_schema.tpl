{{/* Who brings the tables up to date: a Job, or each pod at its start. */}}
{{- define "latchkey.schema-env" -}}
{{- if .root.Values.schema.job -}}
- name: LATCHKEY_SCHEMA_MIGRATE
  value: {{ .job | ternary "only" "never" }}
{{- end -}}
{{- end }}

{{/*
What the Jobs need is there before everything else of the release, and gone when they have
succeeded; after a failure it stays, to be looked at, until the next try.
*/}}
{{- define "latchkey.hook" -}}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-weight: {{ . | quote }}
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end }}
