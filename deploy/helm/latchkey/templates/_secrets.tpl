{{/*
Environment variables from Secrets whose names the services know, as docs/configuration.md has them.
Each service gets the secrets that it needs and no others.
*/}}
{{- define "latchkey.secret-env" -}}
{{- $secrets := .root.Values.secrets -}}
{{- if ne .service "token-service" }}
{{ include "latchkey.secret-variable" (list "LATCHKEY_USER_CODE_PEPPER" $secrets.codes $secrets.codesPepperKey) }}
{{- with $secrets.codesPreviousPepperKey }}
{{ include "latchkey.secret-variable" (list "LATCHKEY_USER_CODE_PREVIOUS_PEPPER" $secrets.codes .) }}
{{- end }}
{{- end }}
{{- if eq .service "token-service" }}
{{ include "latchkey.secret-variable" (list "LATCHKEY_MASTER_KEY" $secrets.tokens $secrets.tokensMasterKeyKey) }}
{{- with $secrets.tokensOtherMasterKeysKey }}
{{ include "latchkey.secret-variable" (list "LATCHKEY_OTHER_MASTER_KEYS" $secrets.tokens .) }}
{{- end }}
{{- end }}
{{- if and (eq .service "verification-ui") $secrets.upstream }}
{{ include "latchkey.secret-variable" (list "LATCHKEY_UPSTREAM_SECRET" $secrets.upstream $secrets.upstreamKey) }}
{{- end }}
{{ include "latchkey.postgresql-env" . }}
{{- range $name, $variable := include "latchkey.secret-variables" . | fromYaml }}
{{ include "latchkey.secret-variable" (list $variable.name $variable.secret $variable.key) }}
{{- end }}
{{- end }}

{{- define "latchkey.postgresql-env" -}}
{{- $secret := .root.Values.postgresql.secret -}}
{{- if .job }}{{ $secret = default $secret .root.Values.schema.secret }}{{ end -}}
{{ include "latchkey.secret-variable" (list "QUARKUS_DATASOURCE_USERNAME" $secret .root.Values.postgresql.secretUsernameKey) }}
{{ include "latchkey.secret-variable" (list "QUARKUS_DATASOURCE_PASSWORD" $secret .root.Values.postgresql.secretPasswordKey) }}
{{- end }}

{{- define "latchkey.secret-variable" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 | quote }}
{{- end }}

{{/*
Settings from Secrets by variables of our own making, to which the properties file refers: as an
environment variable, a setting with a name such as `secrets.2025-Q4` could not be written at all.
By setting: variable, secret, key.
*/}}
{{- define "latchkey.secret-variables" -}}
{{- $it := . -}}
{{- $table := .root.Files.Get "files/settings.yaml" | fromYaml -}}
{{- $all := dict -}}
{{- if eq .service "token-service" -}}
{{- range $kid, $key := .root.Values.secrets.refreshTokenKeys -}}
{{- $_ := set $all (printf "latchkey.refresh-token.secrets.%s" $kid) (dict "secret" $it.root.Values.secrets.tokens "key" $key) -}}
{{- end -}}
{{- end -}}
{{- range $name, $reference := .root.Values.secretSettings -}}
{{- include "latchkey.refuse-setting" (dict "name" $name "place" "secretSettings") -}}
{{- $setting := include "latchkey.setting" (dict "table" $table "name" $name "place" "secretSettings") | fromYaml -}}
{{- if has $it.service $setting.services }}{{ $_ := set $all $name $reference }}{{ end -}}
{{- end -}}
{{- $taken := dict -}}
{{- range $name, $reference := $all -}}
{{- $variable := regexReplaceAll "[^A-Z0-9]" (upper $name) "_" | printf "SECRET_%s" -}}
{{- if hasKey $taken $variable }}{{ fail (printf "%s and %s are one environment variable, %s: rename one" (get $taken $variable) $name $variable) }}{{ end -}}
{{- $_ := set $taken $variable $name -}}
{{- $_ := set $all $name (dict "name" $variable "secret" $reference.secret "key" $reference.key) -}}
{{- end -}}
{{- toYaml $all -}}
{{- end }}
