{{- define "refrain.fullname" -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if .Values.fullnameOverride }}{{ .Values.fullnameOverride | trunc 40 | trimSuffix "-" }}
{{- else if contains $name .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else }}{{ printf "%s-%s" .Release.Name $name | trunc 40 | trimSuffix "-" }}{{ end -}}
{{- end }}

{{- define "refrain.selector" -}}
app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride | trunc 63 }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "refrain.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{ include "refrain.selector" . }}
{{- end }}

{{- define "refrain.secretName" -}}
{{ .Values.secrets.existing | default (include "refrain.fullname" .) }}
{{- end }}

{{/* The public URL: publicUrl, or the host of an ingress with TLS. An https URL makes cookies secure. */}}
{{- define "refrain.publicUrl" -}}
{{- if .Values.publicUrl }}{{ .Values.publicUrl }}
{{- else if and .Values.ingress.enabled .Values.ingress.tlsSecret }}https://{{ .Values.ingress.host }}{{ end -}}
{{- end }}

{{- define "refrain.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}{{ .Values.serviceAccount.name | default (include "refrain.fullname" .) }}
{{- else }}{{ .Values.serviceAccount.name | default "default" }}{{ end -}}
{{- end }}

{{/* Environment variables from the secret. Only the API gets the sign-in secrets. @param root, role, secret */}}
{{- define "refrain.environment" -}}
{{- range $name, $key := dict "DATABASE_URL" "database-url" "REDIS_URL" "redis-url" "REFRAIN_ENCRYPTION_KEY" "encryption-key" }}
- name: {{ $name }}
  valueFrom:
    secretKeyRef: { name: {{ $.secret }}, key: {{ $key }} }
{{- end }}
{{- $optional := dict "REFRAIN_ENCRYPTION_OTHER_KEYS" "encryption-other-keys" }}
{{- if eq .role "api" }}
{{- $optional = merge $optional (dict "REFRAIN_OIDC_CLIENT_SECRET" "oidc-client-secret" "REFRAIN_GITHUB_SIGN_IN_CLIENT_SECRET" "github-sign-in-client-secret") }}
{{- end }}
{{- range $name, $key := $optional }}
- name: {{ $name }}
  valueFrom:
    secretKeyRef: { name: {{ $.secret }}, key: {{ $key }}, optional: true }
{{- end }}
- { name: REDIS_PREFIX, value: {{ .root.Values.redisPrefix | quote }} }
- { name: REFRAIN_PUBLIC_URL, value: {{ include "refrain.publicUrl" .root | quote }} }
- { name: REFRAIN_METRICS_HOST, value: "0.0.0.0" }
- { name: REFRAIN_METRICS_PORT, value: "9464" }
{{- range $name, $value := .root.Values.settings }}
- { name: {{ $name }}, value: {{ $value | toString | quote }} }
{{- end }}
{{- end }}

{{/* The image of all roles, by digest if one is set, and otherwise by tag. */}}
{{- define "refrain.image" -}}
{{- with .Values.image -}}
{{- if .digest }}{{ .repository }}@{{ .digest }}
{{- else }}{{ .repository }}:{{ .tag | default $.Chart.AppVersion }}{{ end -}}
{{- end -}}
{{- end }}

{{/* A container without privileges that runs one role. @param root, role, secret, resources */}}
{{- define "refrain.container" -}}
name: {{ .role }}
image: {{ include "refrain.image" .root | quote }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
args: [{{ .role }}]
env:
  {{- include "refrain.environment" . | nindent 2 }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
resources:
  {{- toYaml .resources | nindent 2 }}
volumeMounts:
  - { name: tmp, mountPath: /tmp }
  {{- with .root.Values.extraVolumeMounts }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}

{{/* The part of the pod specification that all components share. @param root, component */}}
{{- define "refrain.pod" -}}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
automountServiceAccountToken: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: { type: RuntimeDefault }
volumes:
  - name: tmp
    emptyDir: { sizeLimit: 2Gi }
  {{- with .root.Values.extraVolumes }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with .root.Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.spreadOver }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "refrain.selector" $ | nindent 8 }}
{{- end }}
{{- end }}

{{/* A checksum of the settings, so that a change restarts the pods. */}}
{{- define "refrain.annotations" -}}
checksum/settings: {{ list .Values.settings (include "refrain.publicUrl" .) .Values.redisPrefix .Values.secrets | toJson | sha256sum }}
{{- with .Values.podAnnotations }}
{{ toYaml . }}
{{- end }}
{{- end }}
