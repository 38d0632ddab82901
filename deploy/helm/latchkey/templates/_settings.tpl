{{/*
What a service is told, as a properties file: the names are those of docs/configuration.md. Secrets
are not in it; it refers to environment variables that come from Secrets. Called with a dict: root,
service, values, and job, which is true in the Job that brings the tables up to date.
*/}}
{{- define "latchkey.properties" -}}
{{- $lines := dict
  "quarkus.http.port" "8080"
  "quarkus.management.port" "9000"
  "latchkey.public-url" .root.Values.publicUrl -}}
{{- with .root.Values.trustedProxies }}{{ $_ := set $lines "latchkey.trusted-proxies" (join "," .) }}{{ end -}}
{{- if eq (include "latchkey.reads-registry" .) "true" -}}
{{- $_ := set $lines "latchkey.registry.file" (printf "/etc/latchkey/registry/%s" .root.Values.registryFile.key) -}}
{{- end -}}
{{- if eq .service "verification-ui" -}}
{{- $_ := set $lines "latchkey.token-service.url" (printf "http://%s:8080" (include "latchkey.name" (list .root "token-service"))) -}}
{{- end -}}
{{- if eq .service "token-service" -}}
{{- $_ := set $lines "latchkey.refresh-token.current" .root.Values.secrets.refreshTokenCurrent -}}
{{- end -}}
{{- $lines = merge $lines (include "latchkey.redis" . | fromYaml) (include "latchkey.postgresql" . | fromYaml) -}}
{{- range $name, $value := include "latchkey.settings" . | fromYaml }}{{ $_ := set $lines $name $value }}{{ end -}}
{{- range $name, $variable := include "latchkey.secret-variables" . | fromYaml }}{{ $_ := set $lines $name (printf "${%s}" $variable.name) }}{{ end -}}
# Above application.properties of the image, below environment variables.
config_ordinal=290
{{ range $name, $value := $lines -}}
{{ regexReplaceAll "([\\\\:= ])" $name "\\${1}" }}={{ include "latchkey.property-value" $value }}
{{ end -}}
{{- end }}

{{- define "latchkey.property-value" -}}
{{- regexReplaceAll "^ " (. | replace "\\" "\\\\" | replace "\n" "\\n" | replace "\r" "\\r" | replace "\t" "\\t") "\\ " -}}
{{- end }}

{{/*
The registry file concerns device-authz-service; verification-ui reads accounts in it, in the profile
local only. A Job comes before its ConfigMap does.
*/}}
{{- define "latchkey.reads-registry" -}}
{{- $file := .root.Values.registryFile -}}
{{- and (not .job) (or $file.content $file.existingConfigMap | not | not) (or (eq .service "device-authz-service") (and (eq .service "verification-ui") (eq .root.Values.profile "local"))) -}}
{{- end }}

{{/* Those of the values' settings that this service reads, as texts. */}}
{{- define "latchkey.settings" -}}
{{- $it := . -}}
{{- $table := .root.Files.Get "files/settings.yaml" | fromYaml -}}
{{- $read := dict -}}
{{- range $name, $value := .root.Values.settings -}}
{{- include "latchkey.refuse-setting" (dict "name" $name "place" "settings") -}}
{{- $setting := include "latchkey.setting" (dict "table" $table "name" $name "place" "settings") | fromYaml -}}
{{- $text := include "latchkey.text" $value -}}
{{- include "latchkey.check-type" (dict "name" $name "type" $setting.type "text" $text) -}}
{{- if has $it.service $setting.services }}{{ $_ := set $read $name $text }}{{ end -}}
{{- end -}}
{{- toYaml $read -}}
{{- end }}

{{/* Numbers as people write them: 1000000 and not 1e+06. Lists with a comma between. */}}
{{- define "latchkey.text" -}}
{{- if kindIs "slice" . -}}
{{- $texts := list -}}
{{- range . }}{{ $texts = append $texts (include "latchkey.text" . | replace "," "\\,") }}{{ end -}}
{{- join "," $texts -}}
{{- else if and (kindIs "float64" .) (eq (floor .) .) -}}
{{- int64 . -}}
{{- else -}}
{{- . -}}
{{- end -}}
{{- end }}

{{/* What is known of a setting: its type and the services that read it. Of Quarkus nothing is known here. */}}
{{- define "latchkey.setting" -}}
{{- $name := .name -}}
{{- $found := get .table $name -}}
{{- if not $found -}}
{{- range $pattern, $setting := .table -}}
{{- if contains "*" $pattern -}}
{{- $expression := $pattern | replace "." "\\." | replace "*" "(\"[^\"]+\"|[^.\"]+)" | printf "^%s$" -}}
{{- if regexMatch $expression $name }}{{ $found = $setting }}{{ end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if and (not $found) (regexMatch "^(quarkus|mp)\\." $name) -}}
{{- $found = dict "type" "string" "services" (include "latchkey.services" . | fromYamlArray) -}}
{{- end -}}
{{- if not $found }}{{ fail (printf "%s: %s is no setting of Latchkey (docs/configuration.md) or Quarkus" .place $name) }}{{ end -}}
{{- toYaml $found -}}
{{- end }}

{{/* Settings that have a value of the chart's own. */}}
{{- define "latchkey.own-place" -}}
latchkey\.public-url: publicUrl
latchkey\.trusted-proxies: trustedProxies
latchkey\.registry\.file: registryFile
latchkey\.token-service\.url: the name of token-service's Service
latchkey\.master-key: secrets.tokens
latchkey\.other-master-keys: secrets.tokens
latchkey\.refresh-token\.(current|secrets\..*): secrets.refreshTokenKeys
latchkey\.user-code\.(previous-)?pepper: secrets.codes
latchkey\.upstream\.secret: secrets.upstream
latchkey\.redis\.replicas: redis.replicas
quarkus\.redis\.(hosts|client-type|master-name|password|tls-configuration-name): redis
quarkus\.tls\.redis\..*: redis.tls
quarkus\.datasource\.(username|password|jdbc\.url|reactive\.url): postgresql
quarkus\.datasource\.reactive\.(postgresql\.ssl-mode|trust-certificate-pem.*|hostname-verification-algorithm): postgresql.tls
quarkus\.(http|management)\.port: nothing, as probes and policies know the ports
quarkus\.profile: profile
quarkus\.shutdown\.delay: pod.shutdownDelaySeconds
latchkey\.schema\.migrate: schema.job
latchkey\.redis\.credentials\.(user|password)(-file)?: redis.secret
{{- end }}

{{- define "latchkey.refuse-setting" -}}
{{- $it := . -}}
{{- range $pattern, $place := include "latchkey.own-place" . | fromYaml -}}
{{- if regexMatch (printf "^%s$" $pattern) $it.name }}{{ fail (printf "%s: %s is set by %s" $it.place $it.name $place) }}{{ end -}}
{{- end -}}
{{- if and (eq .place "settings") (regexMatch "(pepper|secret|secrets\\..+|master-keys?|headers|password)$" .name) -}}
{{- fail (printf "settings: %s is a secret, which belongs into a Secret: name it in secretSettings" .name) -}}
{{- end -}}
{{- end }}

{{/* What can be told of a value without knowing the setting. The service says the rest at its start. */}}
{{- define "latchkey.check-type" -}}
{{- $patterns := dict
  "duration" "^([0-9]+|[0-9]+ms|([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?|p[0-9tdhms.]+)$"
  "int" "^-?[0-9]+$"
  "long" "^-?[0-9]+$"
  "double" "^-?[0-9]+(\\.[0-9]+)?$"
  "boolean" "^(true|false)$"
  "uri" "^[a-z][a-z0-9+.-]*:[^ ]+$"
  "rate" "^[0-9]+ */ *[0-9]+(ms|s|m|h|d)?$" -}}
{{- $pattern := get $patterns .type -}}
{{- if hasPrefix "one of " .type }}{{ $pattern = trimPrefix "one of " .type | replace " " "|" | printf "^(%s)$" }}{{ end -}}
{{- if and $pattern (or (eq .text "") (not (regexMatch (printf "(?i)%s" $pattern) .text))) -}}
{{- fail (printf "settings: %s: %q is not %s" .name .text (hasPrefix "one of " .type | ternary .type (printf "of the type %s" .type))) -}}
{{- end -}}
{{- end }}
