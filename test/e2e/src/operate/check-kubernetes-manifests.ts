import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ScaledObject, TriggerAuthentication } from '@kubernetes-models/keda/keda.sh/v1alpha1';
import { PrometheusRule, ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1';
import { runCommand } from '@refrain/local';
import { Deployment } from 'kubernetes-models/apps/v1';
import { Job } from 'kubernetes-models/batch/v1';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Secret, Service, ServiceAccount } from 'kubernetes-models/v1';
import { root } from '../start-refrain.ts';

export interface KubernetesManifest {
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
  check(manifest: KubernetesManifest): void;
}

/** Every kind of manifest that the chart renders. */
const manifestKinds: Readonly<Record<string, KindOfManifest>> = {
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

/**
 * Checks manifests against the schemas of Kubernetes. These accept unknown fields, so the manifests are then compiled as TypeScript
 * literals, which reject unknown fields. Returns the first problem; null if there is none.
 */
export async function checkKubernetesManifests(manifests: readonly KubernetesManifest[]): Promise<string | null> {
  for (const manifest of manifests) {
    try {
      const kind = manifestKinds[manifest.kind];
      if (kind === undefined) return `${manifest.kind} is no known kind`;
      kind.check(manifest);
    } catch (thrown) {
      return `${manifest.kind} ${manifest.metadata.name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    }
  }
  return checkFields(manifests);
}

async function checkFields(manifests: readonly KubernetesManifest[]): Promise<string | null> {
  const folder = await mkdtemp(join(root, 'test/e2e/dist/chart-'));
  const lines = manifests.map(
    (manifest, at) =>
      `export const m${at}: import('${manifestKinds[manifest.kind]?.module}').I${manifest.kind} = ${JSON.stringify(manifest)};`,
  );
  try {
    await writeFile(join(folder, 'manifests.mts'), lines.join('\n'));
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--ignoreConfig'];
    await runCommand(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'manifests.mts'], {
      cwd: folder,
      env: process.env,
    });
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function kind(module: string, Model: new (data: never) => { validate(): void }): KindOfManifest {
  return { module, check: (manifest) => new Model(manifest as never).validate() };
}
