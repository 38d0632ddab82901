{{/* The three services, in order. */}}
{{- define "latchkey.services" -}}
- device-authz-service
- token-service
- verification-ui
{{- end }}

{{/* What the name of a service is among the values. */}}
{{- define "latchkey.section" -}}
{{- get (dict "device-authz-service" "deviceAuthzService" "token-service" "tokenService" "verification-ui" "verificationUi") . -}}
{{- end }}

{{/*
What a template says of one service: root, its name, and its values: those of each service with its
own over them. Called with a list: root, service.
*/}}
{{- define "latchkey.values" -}}
{{- $root := index . 0 -}}
{{- $own := index $root.Values (include "latchkey.section" (index . 1)) | default dict -}}
{{- mergeOverwrite (deepCopy $root.Values.eachService) (deepCopy $own) | toYaml -}}
{{- end }}

{{/*
What the names of all objects begin with, short enough for the longest that follows and for 63
characters in all. A cut name ends with a hash of the whole one: two long ones stay two.
*/}}
{{- define "latchkey.fullname" -}}
{{- $chart := default .Chart.Name .Values.nameOverride -}}
{{- $name := printf "%s-%s" .Release.Name $chart -}}
{{- if contains $chart .Release.Name }}{{ $name = .Release.Name }}{{ end -}}
{{- $name = default $name .Values.fullnameOverride -}}
{{- if gt (len $name) 33 -}}
{{- printf "%s-%s" (trunc 26 $name | trimSuffix "-") (sha256sum $name | trunc 6) -}}
{{- else -}}
{{- $name -}}
{{- end -}}
{{- end }}

{{/* The name of a service's objects. Called with a list: root, service. */}}
{{- define "latchkey.name" -}}
{{- printf "%s-%s" (include "latchkey.fullname" (index . 0)) (index . 1) -}}
{{- end }}

{{/* What a service's Pods are found by. Immutable: nothing that an upgrade changes may be in it. */}}
{{- define "latchkey.selector" -}}
app.kubernetes.io/name: {{ default (index . 0).Chart.Name (index . 0).Values.nameOverride }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{/* The labels of an object. Called with a list: root, component, and its further labels, if it has any. */}}
{{- define "latchkey.labels" -}}
{{- $root := index . 0 -}}
{{- $more := gt (len .) 2 | ternary (last .) dict -}}
{{ include "latchkey.selector" . }}
app.kubernetes.io/version: {{ $root.Chart.AppVersion | replace "+" "_" | trunc 63 | trimSuffix "-" | quote }}
app.kubernetes.io/part-of: latchkey
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- with merge (dict) $more $root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/*
The metadata of an object. Called with a dict: root, component, name, and perhaps labels and
annotations of its own.
*/}}
{{- define "latchkey.metadata" -}}
name: {{ .name }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "latchkey.labels" (list .root .component (.labels | default dict)) | nindent 2 }}
{{- with merge (dict) (.annotations | default dict) .root.Values.commonAnnotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "latchkey.image" -}}
{{- $own := .values.image -}}
{{- $image := .root.Values.image -}}
{{- $path := printf "%s/%s" $image.repository .service -}}
{{- if $image.registry }}{{ $path = printf "%s/%s" $image.registry $path }}{{ end -}}
{{- $path = default $path $own.repository -}}
{{- if $own.digest -}}
{{- printf "%s@%s" $path $own.digest -}}
{{- else -}}
{{- printf "%s:%s" $path (default (default (.root.Chart.AppVersion | replace "+" "_") $image.tag) $own.tag) -}}
{{- end -}}
{{- end }}
