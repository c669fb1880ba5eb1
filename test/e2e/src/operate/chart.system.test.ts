import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createProducer } from '@refrain/jobs';
import { sendRedisCommand } from '@refrain/jobs/testing';
import { describe, expect, inject, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { findOrInstallTool } from '../find-or-install-tool.ts';
import { root } from '../start-refrain.ts';
import type { KubernetesManifest } from './check-kubernetes-manifests.ts';
import { checkKubernetesManifests } from './check-kubernetes-manifests.ts';
import { readImageUser } from './read-image-user.ts';

const run = promisify(execFile);
const helm = await findOrInstallTool('helm');
const chart = join(root, 'infra/helm/refrain');
const valuesOf = (name: string) => join(root, 'test/e2e/src/operate/values', `${name}.yaml`);
const examples = ['own-secrets', 'existing-secret', 'metrics'] as const;
const ownSecrets = ['--values', valuesOf('own-secrets')];

async function render(args: readonly string[]): Promise<KubernetesManifest[]> {
  const { stdout } = await run(helm?.path ?? '', ['template', 'release', chart, '--namespace', 'tools', ...args]);
  return parseAllDocuments(stdout).map((document) => document.toJS() as KubernetesManifest);
}

const rendered = new Map(
  helm === null
    ? []
    : await Promise.all(examples.map(async (name) => [name, await render(['--values', valuesOf(name)])] as const)),
);

/** A metric of the API, which KEDA may query from Prometheus. */
const queueFigure = 'refrain_queue_jobs';

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}
interface SecretValue {
  readonly secretKeyRef: { readonly name: string; readonly key: string; readonly optional?: boolean };
}
interface Pod {
  readonly securityContext: object;
  readonly automountServiceAccountToken: boolean;
  readonly containers: readonly {
    readonly image: string;
    readonly args: readonly string[];
    readonly securityContext: object;
    readonly env: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: SecretValue }[];
    readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
    readonly startupProbe?: Probe;
    readonly livenessProbe?: Probe;
    readonly readinessProbe?: Probe;
  }[];
}
const podsOf = (manifests: readonly KubernetesManifest[]) =>
  manifests
    .filter(({ kind }) => kind === 'Deployment' || kind === 'Job')
    .map(({ spec }) => (spec.template as { spec: Pod }).spec);

type Labels = Readonly<Record<string, string>>;
const isLabelled = ({ labels }: KubernetesManifest['metadata'], wanted: Labels) =>
  Object.entries(wanted).every(([name, value]) => labels?.[name] === value);
interface Monitor {
  readonly jobLabel: string;
  readonly selector: { readonly matchLabels: Labels };
  readonly endpoints: readonly object[];
}
interface AskingService {
  readonly selector: Labels;
  readonly ports: readonly { readonly name: string; readonly targetPort: string }[];
}

interface Trigger {
  readonly type: string;
  readonly metadata: Readonly<Record<string, string>>;
}
const triggersOf = (manifests: readonly KubernetesManifest[]) =>
  manifests.filter(({ kind }) => kind === 'ScaledObject').flatMap(({ spec }) => spec.triggers as Trigger[]);

interface Egress {
  readonly ports: readonly { readonly protocol: string; readonly port: number }[];
}
/** Returns the ports other than 53 (DNS) to which pods may connect, for each kind of pod. */
const egressOf = (manifests: readonly KubernetesManifest[]) =>
  manifests
    .filter(({ kind }) => kind === 'NetworkPolicy')
    .map(({ spec }) => (spec.egress as Egress[])[1]?.ports.map(({ port }) => port).toSorted((a, b) => a - b));

async function readCommand(words: string): Promise<string> {
  const text = (await readFile(join(root, 'docs/deploy.md'), 'utf8')).replaceAll(/\\\n\s*/gu, ' ');
  const command = text.split('\n').find((line) => line.startsWith(`    ${words}`));
  if (command === undefined) throw new Error(`docs/deploy.md has no command that begins with: ${words}`);
  return command.trim();
}
async function renderDocumented(): Promise<KubernetesManifest[]> {
  const args = (await readCommand('helm install')).replace('helm install', 'template');
  const { stdout } = await run('sh', ['-c', `"$0" ${args}`, helm?.path ?? ''], { cwd: root });
  return parseAllDocuments(stdout).map((document) => document.toJS() as KubernetesManifest);
}

describe.skipIf(helm === null)('the Helm chart deploys every role of Refrain', () => {
  test.each(examples)('the chart passes helm lint with the values %s', async (name) => {
    const { stdout } = await run(helm?.path ?? '', ['lint', '--strict', chart, '--values', valuesOf(name)]);
    expect(stdout).toContain('0 chart(s) failed');
  });

  test('the chart renders manifests that match the schemas of Kubernetes, KEDA and the Prometheus operator, without unknown fields', async () => {
    const all = [...rendered.values()].flat();
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(12);
    expect(await checkKubernetesManifests(all)).toBeNull();
    const [deployment] = all.filter(({ kind }) => kind === 'Deployment');
    if (deployment === undefined) throw new Error('The chart renders no Deployment');
    const misspelt = { ...deployment, spec: { ...deployment.spec, replica: 2 } };
    expect(await checkKubernetesManifests([misspelt])).toMatch(/"replica"' does not exist/u);
    const wrong = { ...deployment, spec: { ...deployment.spec, replicas: 'two' } };
    expect(await checkKubernetesManifests([wrong])).toMatch(/replicas must be integer/u);
  });

  test('the chart runs every role of the image as its unprivileged user, with a read-only file system', async () => {
    const [runAsUser, runAsGroup] = (await readImageUser())?.split(':').map(Number) ?? [];
    for (const manifests of rendered.values()) {
      const pods = podsOf(manifests);
      expect(pods.map(({ containers }) => containers[0]?.args[0]).toSorted()).toEqual([
        'analysis-worker',
        'api',
        'improvement-worker',
        'ingest-worker',
        'migrate',
      ]);
      for (const pod of pods) {
        expect(pod.automountServiceAccountToken).toBe(false);
        expect(pod.securityContext).toMatchObject({
          runAsNonRoot: true,
          runAsUser,
          runAsGroup,
          seccompProfile: { type: 'RuntimeDefault' },
        });
        expect(pod.containers[0]?.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(pod.containers[0]?.env.filter(({ value }) => value?.includes('secret'))).toEqual([]);
      }
    }
  });

  test('the chart runs the image by its tag, or by its digest if one is given', async () => {
    const imagesOf = async (...options: readonly string[]) => {
      const manifests = await render([...ownSecrets, ...options.flatMap((one) => ['--set', one])]);
      return podsOf(manifests).flatMap(({ containers }) => containers.map(({ image }) => image));
    };
    const { appVersion } = parse(await readFile(join(chart, 'Chart.yaml'), 'utf8'));
    expect(await imagesOf()).toEqual(Array(5).fill(`refrain:${appVersion}`));
    const tagged = ['image.repository=registry.example.com/refrain', 'image.tag=1.2.3'];
    expect(await imagesOf(...tagged)).toEqual(Array(5).fill('registry.example.com/refrain:1.2.3'));
    const digest = `sha256:${'0a'.repeat(32)}`;
    const pinned = Array(5).fill(`registry.example.com/refrain@${digest}`);
    expect(await imagesOf(...tagged, `image.digest=${digest}`)).toEqual(pinned);
    await expect(imagesOf('image.digest=1.2.3')).rejects.toThrow(/image[./]digest/u);
  });

  test('every long-running pod has probes, and serves its metrics at the port that Prometheus scrapes', () => {
    const manifests = rendered.get('own-secrets') ?? [];
    const roles = podsOf(manifests).flatMap(({ containers }) => containers.filter(({ args }) => args[0] !== 'migrate'));
    expect(roles).toHaveLength(4);
    for (const { args, env, ports, startupProbe, livenessProbe, readinessProbe } of roles) {
      const named = ports?.find(({ name }) => name === 'metrics');
      expect(env).toContainEqual({ name: 'REFRAIN_METRICS_PORT', value: String(named?.containerPort) });
      expect(env).toContainEqual({ name: 'REFRAIN_METRICS_HOST', value: '0.0.0.0' });
      // While the database is migrated, the API's public port is closed. This must not restart the pod.
      for (const probe of [startupProbe, livenessProbe])
        expect(probe?.httpGet).toEqual({ path: '/healthz', port: 'metrics' });
      expect(readinessProbe?.httpGet).toEqual({ path: '/readyz', port: args[0] === 'api' ? 'http' : 'metrics' });
      expect(ports?.map(({ name }) => name)).toContain(readinessProbe?.httpGet.port);
    }
  });

  test.each(['own-secrets', 'existing-secret'] as const)(
    'with the values %s the Prometheus operator finds one service with all long-running pods, ready or not',
    (name) => {
      const manifests = rendered.get(name) ?? [];
      const ofKind = (wanted: string) => manifests.filter(({ kind }) => kind === wanted);
      const monitor = ofKind('ServiceMonitor')[0]?.spec as unknown as Monitor;
      const services = ofKind('Service').filter(({ metadata }) => isLabelled(metadata, monitor.selector.matchLabels));
      expect(services.map(({ spec }) => spec)).toMatchObject([{ clusterIP: 'None', publishNotReadyAddresses: true }]);
      for (const { spec, metadata } of services) {
        const { selector, ports } = spec as unknown as AskingService;
        const deployments = ofKind('Deployment').filter(({ spec: { template } }) =>
          isLabelled((template as KubernetesManifest).metadata, selector),
        );
        expect(deployments).toHaveLength(4);
        for (const { containers } of podsOf(deployments))
          expect(containers[0]?.ports?.map((port) => port.name)).toContain(ports[0]?.targetPort);
        expect(monitor.endpoints).toMatchObject([{ port: ports[0]?.name, path: '/metrics' }]);
        // The Prometheus operator takes the job name from this label, and the alerts refer to the job name.
        expect(monitor.jobLabel).toBe('app.kubernetes.io/name');
        expect(metadata.labels).toMatchObject({ 'app.kubernetes.io/name': 'refrain' });
      }
    },
  );

  test('the network policy permits scraping if there is a ServiceMonitor or the chart lists pods that may scrape', async () => {
    const allowed = (manifests: readonly KubernetesManifest[] = []) =>
      manifests
        .filter(({ kind }) => kind === 'NetworkPolicy')
        .flatMap(({ spec }) => spec.ingress as readonly { readonly ports: readonly { readonly port: string }[] }[])
        .filter(({ ports }) => ports.some(({ port }) => port === 'metrics'));
    expect(allowed(rendered.get('own-secrets'))).toEqual(
      Array.from({ length: 4 }, () => ({ ports: [{ protocol: 'TCP', port: 'metrics' }] })),
    );
    const from = [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }];
    expect(allowed(rendered.get('existing-secret'))).toMatchObject(Array.from({ length: 4 }, () => ({ from })));
    expect(allowed(await render([...ownSecrets, '--set', 'serviceMonitor.enabled=false']))).toEqual([]);
  });

  test('the chart has the alerts of infra/grafana, with the job name of the ServiceMonitor', async () => {
    const alerts = await readFile(join(root, 'infra/grafana/alerts.yaml'), 'utf8');
    const ruleOf = (manifests: readonly KubernetesManifest[] = []) =>
      manifests.find(({ kind }) => kind === 'PrometheusRule');
    expect(ruleOf(rendered.get('own-secrets'))?.spec).toEqual(parse(alerts));
    expect(ruleOf(rendered.get('own-secrets'))?.metadata.labels).toMatchObject({ release: 'prometheus' });
    const named = await render([...ownSecrets, '--set', 'nameOverride=other']);
    expect(ruleOf(named)?.spec).toEqual(parse(alerts.replace('job="refrain"', 'job="other"')));
    expect(ruleOf(rendered.get('metrics'))).toBeUndefined();
  });

  test('the migration runs before everything else, with all settings that it needs', async () => {
    const hooks = (rendered.get('own-secrets') ?? []).filter(({ metadata }) => metadata.annotations?.['helm.sh/hook']);
    const order = ({ metadata }: KubernetesManifest) => Number(metadata.annotations?.['helm.sh/hook-weight']);
    expect(hooks.toSorted((a, b) => order(a) - order(b)).map(({ kind }) => kind)).toEqual([
      'NetworkPolicy',
      'Secret',
      'Job',
    ]);
    for (const { metadata } of hooks) expect(metadata.annotations?.['helm.sh/hook']).toBe('pre-install,pre-upgrade');
  });

  test('the chart scales workers by the length of the queues in Redis, or by a Prometheus metric', async () => {
    const redisPrefix = `chart-${randomUUID()}`;
    const redisUrl = inject('redisUrl');
    const lists = triggersOf(await render([...ownSecrets, '--set', `redisPrefix=${redisPrefix}`])).map(
      ({ metadata }) => metadata.listName ?? '',
    );
    expect(lists).toHaveLength(15);
    const producer = createProducer({ redisUrl, prefix: redisPrefix });
    await producer.enqueueMany('parse-records', [
      { connectionId: 'c', inboxIds: ['1'] },
      { connectionId: 'c', inboxIds: ['2'] },
    ]);
    await producer.enqueue('pull-stream', { connectionId: 'c', stream: 's' });
    await producer.enqueue('write-note', { noteId: 'n' });
    const types = await Promise.all(
      lists.map(async (name) => [name.slice(redisPrefix.length), await sendRedisCommand(redisUrl, 'TYPE', name)]),
    );
    expect(types.filter(([, type]) => type !== 'none')).toEqual([
      [':notes:wait', 'list'],
      [':ingest:wait', 'list'],
      [':ingest:prioritized', 'zset'],
    ]);
    expect(await sendRedisCommand(redisUrl, 'LLEN', `${redisPrefix}:ingest:wait`)).toBe(2);
    expect((await producer.counts()).ingest.waiting).toBe(3);
    await producer.close();

    const clustered = triggersOf(rendered.get('existing-secret') ?? []);
    expect(new Set(clustered.map(({ type }) => type))).toEqual(new Set(['redis-cluster']));
    expect(clustered.map(({ metadata }) => metadata.listName)).toContain('{refrain-ingest}:ingest:wait');
    const [metric] = triggersOf(rendered.get('metrics') ?? []);
    expect(metric).toMatchObject({
      type: 'prometheus',
      metadata: { query: expect.stringContaining(`${queueFigure}{namespace="tools",queue=`) },
    });
  });

  test('the chart scales workers down slowly, and never runs two analysis workers', () => {
    const scaled = (rendered.get('own-secrets') ?? []).filter(({ kind }) => kind === 'ScaledObject');
    expect(Object.fromEntries(scaled.map(({ metadata, spec }) => [metadata.name, spec.maxReplicaCount]))).toEqual({
      'release-refrain-analysis-worker': 1,
      'release-refrain-improvement-worker': 4,
      'release-refrain-ingest-worker': 4,
    });
    for (const { spec } of scaled) {
      const behavior = { scaleDown: { stabilizationWindowSeconds: 300 } };
      expect(spec.advanced).toEqual({ horizontalPodAutoscalerConfig: { behavior } });
    }
  });

  test('the network policy permits the ports in configured URLs, and does not mistake passwords for ports', async () => {
    const options = [
      'secrets.databaseUrl=postgres://refrain:6432@db.example.com:6433/refrain',
      'secrets.redisUrl=redis://:7001@one.example.com\\,redis://:7001@two.example.com:7002?cluster=true',
      'settings.OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318',
      'settings.REFRAIN_OIDC_ISSUER=https://id.example.com/realms/8443',
    ];
    const policies = egressOf(await render([...ownSecrets, ...options.flatMap((one) => ['--set', one])]));
    expect(policies).toHaveLength(5);
    for (const ports of policies) expect(ports).toEqual([443, 4318, 5432, 6379, 6433, 7002]);
    expect(new Set(egressOf(rendered.get('existing-secret') ?? []).flat())).toEqual(new Set([443, 5432, 6379]));
  });

  test('the network policy permits connections only to the API, and to metrics ports if pods may read metrics', async () => {
    const reachable = async (...options: readonly string[]) => {
      const manifests = await render([...ownSecrets, ...options]);
      const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
      return policies.map(({ metadata, spec }) => {
        expect(spec.policyTypes).toContain('Ingress');
        const ports = (spec.ingress as { ports: { port: string }[] }[]).flatMap((rule) => rule.ports);
        return [metadata.name.replace('release-refrain-', ''), ...ports.map(({ port }) => port)].join(' ');
      });
    };
    const closed = ['analysis-worker', 'api http', 'improvement-worker', 'ingest-worker', 'migration'];
    const unread = ['--set', 'serviceMonitor.enabled=false'];
    expect((await reachable(...unread)).toSorted()).toEqual(closed);
    const open = closed.map((one) => (one === 'migration' ? one : `${one} metrics`));
    const named = 'networkPolicy.metricsFrom[0].podSelector.matchLabels.app=prometheus';
    expect((await reachable(...unread, '--set', named)).toSorted()).toEqual(open);
  });

  test('helm install warns if there is an ingress and no trusted proxy', async () => {
    const notes = async (...more: readonly string[]) => {
      const args = ['install', 'release', chart, '--dry-run=client', ...ownSecrets, ...more];
      return (await run(helm?.path ?? '', args)).stdout.split('\nNOTES:\n')[1];
    };
    expect(await notes()).toContain('settings.REFRAIN_TRUSTED_PROXIES is not set');
    for (const setting of ['settings.REFRAIN_TRUSTED_PROXIES=10.42.0.0/16', 'ingress.enabled=false'])
      expect(await notes('--set', setting)).not.toContain('REFRAIN_TRUSTED_PROXIES');
  });

  test('the public URL uses https behind an ingress with TLS, unless the URL is set', async () => {
    const urlsWith = async (...options: readonly string[]) => {
      const manifests = await render([
        ...ownSecrets,
        '--set',
        'publicUrl=',
        ...options.flatMap((one) => ['--set', one]),
      ]);
      const containers = podsOf(manifests).flatMap((pod) => pod.containers);
      return new Set(containers.map(({ env }) => env.find(({ name }) => name === 'REFRAIN_PUBLIC_URL')?.value));
    };
    expect(await urlsWith()).toEqual(new Set(['https://refrain.example.com']));
    expect(await urlsWith('ingress.tlsSecret=')).toEqual(new Set(['']));
    expect(await urlsWith('publicUrl=https://other.example.com')).toEqual(new Set(['https://other.example.com']));
  });

  test('the chart passes the parts of the Redis URL to KEDA', async () => {
    const manifests = rendered.get('own-secrets') ?? [];
    expect(triggersOf(manifests)[0]).toMatchObject({
      type: 'redis',
      metadata: { address: 'cache.example.com:6380', databaseIndex: '3', enableTLS: 'true', username: 'worker' },
      authenticationRef: { name: 'release-refrain-redis' },
    });
    const secret = manifests.find(({ kind, metadata }) => kind === 'Secret' && metadata.name === 'release-refrain');
    expect(secret).toMatchObject({ stringData: { 'redis-password': 'p@ss' } });
  });

  test('the chart passes sign-in secrets only to the API, and no secret as a plain setting', async () => {
    const options = ['settings.REFRAIN_TRUSTED_PROXIES=10.0.0.0/8', 'secrets.oidcClientSecret=told'];
    const manifests = await render([...ownSecrets, ...options.flatMap((one) => ['--set', one])]);
    const key = 'oidc-client-secret';
    const readers = podsOf(manifests).flatMap(({ containers: [container] }) => {
      const names = container?.env.map(({ name }) => name) ?? [];
      expect(names).toEqual([...new Set(names)]);
      expect(names).toContain('REFRAIN_TRUSTED_PROXIES');
      return container?.env.some(({ valueFrom }) => valueFrom?.secretKeyRef.key === key) ? container.args : [];
    });
    expect(readers).toEqual(['api']);
    const secret = manifests.find(({ kind, metadata }) => kind === 'Secret' && metadata.name === 'release-refrain');
    expect(secret).toMatchObject({ stringData: { [key]: 'told' } });
    expect(secret).not.toMatchObject({ stringData: { 'github-sign-in-client-secret': expect.anything() } });
  });

  test('the chart requires no keys in its secret other than those that docs/deploy.md creates', async () => {
    const made = /^kubectl create secret generic (\S+) (.+)$/u.exec(await readCommand('kubectl create secret'));
    const keys = [...(made?.[2] ?? '').matchAll(/--from-literal=([\w-]+)=/gu)].map(([, key]) => key);
    const pods = podsOf(await renderDocumented());
    const requiredKeys = pods.flatMap(({ containers }) =>
      containers.flatMap(({ env }) => env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? [])),
    );
    const needed = requiredKeys.filter(({ optional }) => optional !== true);
    expect(new Set(needed.map(({ key }) => key))).toEqual(new Set(keys));
    expect(new Set(requiredKeys.map(({ name }) => name))).toEqual(new Set([made?.[1]]));
  });

  test('with the options of docs/deploy.md, the chart accepts large bodies, distinguishes clients and waits for the migration', async () => {
    const manifests = await renderDocumented();
    const ingress = manifests.find(({ kind }) => kind === 'Ingress');
    expect(ingress?.metadata.annotations).toEqual({ 'nginx.ingress.kubernetes.io/proxy-body-size': '2g' });
    const [container] = podsOf(manifests).flatMap(({ containers }) =>
      containers.filter(({ args }) => args[0] === 'api'),
    );
    expect(container?.env).toContainEqual({ name: 'REFRAIN_TRUSTED_PROXIES', value: '10.42.0.0/16' });
    const job = manifests.find(({ kind }) => kind === 'Job');
    const [, minutes] = /--timeout (\d+)m /u.exec(await readCommand('helm install')) ?? [];
    expect(60 * Number(minutes)).toBeGreaterThan(Number(job?.spec.activeDeadlineSeconds));
    // The selector of `kubectl logs` must match the Deployment in which `kubectl exec` runs the CLI.
    const api = manifests.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name.endsWith('-api'));
    const [, name, value = ''] = /--selector (\S+)=(\S+)/u.exec(await readCommand('kubectl logs')) ?? [];
    expect(api?.metadata.labels).toHaveProperty([name ?? ''], value);
    const command = await readCommand('kubectl exec');
    expect(command).toContain(`deployment/${api?.metadata.name} `);
    const [, port] = /http:\/\/127\.0\.0\.1:(\d+) /u.exec(command) ?? [];
    expect(container?.ports).toContainEqual({ name: 'http', containerPort: Number(port) });
  });

  test.each([
    ['secrets.encryptionKey=short', /encryptionKey/u],
    ['settings.REFRAIN_OIDC_CLIENT_SECRET=told', /REFRAIN_OIDC_CLIENT_SECRET/u],
    ['workers.ingest.replicas=none', /replicas/u],
    ['replicas=3', /replicas/u],
    ['secrets.redisUrl=', /secrets\.redisUrl is missing/u],
    ['ingress.host=', /ingress\.host is missing/u],
  ])('helm rejects %s and says what is wrong', async (setting, named) => {
    await expect(render([...ownSecrets, '--set', setting])).rejects.toThrow(named);
  });
});
