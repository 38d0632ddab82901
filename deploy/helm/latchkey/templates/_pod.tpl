{{/* What every pod has, of a Deployment and of a Job. */}}
{{- define "latchkey.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  {{- with .values.pod.runAsUser }}
  runAsUser: {{ int64 . }}
  {{- end }}
  {{- with .values.pod.runAsGroup }}
  runAsGroup: {{ int64 . }}
  fsGroup: {{ int64 . }}
  {{- end }}
  seccompProfile:
    type: RuntimeDefault
{{- with .values.pod.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.pod.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.pod.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.pod.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end }}

{{- define "latchkey.container" -}}
image: {{ include "latchkey.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  privileged: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities:
    drop: [ALL]
  seccompProfile:
    type: RuntimeDefault
resources:
  {{- toYaml .values.resources | nindent 2 }}
env:
  - name: SMALLRYE_CONFIG_LOCATIONS
    value: /etc/latchkey/settings/application.properties
  {{- if eq .root.Values.profile "local" }}
  - name: QUARKUS_PROFILE
    value: local
  {{- end }}
  - name: QUARKUS_SHUTDOWN_DELAY
    value: {{ .values.pod.shutdownDelaySeconds | int64 | printf "%dS" }}
  {{- with include "latchkey.schema-env" . }}
  {{- . | nindent 2 }}
  {{- end }}
  {{- include "latchkey.secret-env" . | trim | nindent 2 }}
  {{- with .values.extraEnv }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}

{{- define "latchkey.spread" -}}
{{- $it := . -}}
{{- range $topology, $key := dict "zone" "topology.kubernetes.io/zone" "host" "kubernetes.io/hostname" }}
{{- $unsatisfiable := get $it.values.pod.topologySpread $topology }}
{{- if ne $unsatisfiable "Off" }}
- maxSkew: 1
  topologyKey: {{ $key }}
  whenUnsatisfiable: {{ $unsatisfiable }}
  labelSelector:
    matchLabels:
      {{- include "latchkey.selector" (list $it.root $it.service) | nindent 6 }}
  matchLabelKeys: [pod-template-hash]
{{- end }}
{{- end }}
{{- end }}
