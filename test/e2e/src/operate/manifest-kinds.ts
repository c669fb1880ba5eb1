import { ScaledObject, TriggerAuthentication } from '@kubernetes-models/keda/keda.sh/v1alpha1';
import { PrometheusRule, ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1';
import { Deployment } from 'kubernetes-models/apps/v1';
import { Job } from 'kubernetes-models/batch/v1';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Secret, Service, ServiceAccount } from 'kubernetes-models/v1';

export interface Manifest {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

interface KindOfManifest {
  /** Module that exports the TypeScript type of the manifest. */
  readonly module: string;
  /** Throws if the manifest violates the schema of the Kubernetes API. */
  check(manifest: Manifest): void;
}

function kind(module: string, Model: new (data: never) => { validate(): void }): KindOfManifest {
  return { module, check: (manifest) => new Model(manifest as never).validate() };
}

/** Every kind of manifest that the chart renders. */
export const kinds: Readonly<Record<string, KindOfManifest>> = {
  Deployment: kind('kubernetes-models/apps/v1', Deployment),
  Ingress: kind('kubernetes-models/networking.k8s.io/v1', Ingress),
  Job: kind('kubernetes-models/batch/v1', Job),
  NetworkPolicy: kind('kubernetes-models/networking.k8s.io/v1', NetworkPolicy),
  PodDisruptionBudget: kind('kubernetes-models/policy/v1', PodDisruptionBudget),
  PrometheusRule: kind('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1', PrometheusRule),
  ScaledObject: kind('@kubernetes-models/keda/keda.sh/v1alpha1', ScaledObject),
  Secret: kind('kubernetes-models/v1', Secret),
  Service: kind('kubernetes-models/v1', Service),
  ServiceAccount: kind('kubernetes-models/v1', ServiceAccount),
  ServiceMonitor: kind('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1', ServiceMonitor),
  TriggerAuthentication: kind('@kubernetes-models/keda/keda.sh/v1alpha1', TriggerAuthentication),
};
