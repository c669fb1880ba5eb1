import { fileURLToPath } from 'node:url';
import { defaultConnectionScope } from '@refrain/domain';
import { createStore } from '@refrain/store';
import { startPostgresAndRedis } from '@refrain/year/simulation';
import autocannon, { type Request } from 'autocannon';
import { signWebhookDelivery } from './sign-webhook-delivery.ts';
import { benchEncryptionKey, startProcess, startScript } from './start-process.ts';
import { createGitHubDeliveryBodies, createPagerDutyDeliveryBodies } from './webhook-bodies.ts';

interface WebhookLoad {
  readonly rate: number;
  readonly seconds: number;
}

/** Number of keep-alive connections of the emulated providers. Each sends its next delivery after the response to the previous one. */
const openConnections = 100;
const secret = 'bench webhook secret';

const writeBody = { github: createGitHubDeliveryBodies, pagerduty: createPagerDutyDeliveryBodies };

interface Target {
  readonly provider: 'github' | 'pagerduty';
  readonly path: string;
}

/**
 * Sends signed, distinct deliveries of both providers at a steady rate to the built API while the ingest worker parses them, and then
 * checks that each delivery is in the inbox. Measures each latency from the scheduled time of the delivery, not from the time at which it
 * was sent.
 */
export async function benchWebhooks({ rate, seconds }: WebhookLoad): Promise<object> {
  const backends = await startPostgresAndRedis(process.env);
  const store = createStore({ databaseUrl: backends.databaseUrl, encryptionKey: benchEncryptionKey });
  const api = await startProcess('api', backends);
  const worker = await startProcess('ingest-worker', backends);
  try {
    const targets = await connect(store);
    process.stderr.write(`Sending ${rate} deliveries a second for ${seconds} s …\n`);
    const result = await send(api.url, targets, { rate, seconds });
    const stored = await store.inbox.count();
    const answered = result['2xx'];
    return {
      bench: 'webhooks',
      rate,
      seconds,
      sent: rate * seconds,
      answered,
      stored,
      lost: Math.max(0, answered - stored),
      twice: Math.max(0, stored - rate * seconds),
      refused: result.non2xx,
      errors: result.errors + result.timeouts,
      perSecond: Math.round(answered / result.duration),
      p50Ms: result.latency.p50,
      p99Ms: result.latency.p99,
      maxMs: result.latency.max,
      floor: await measureFloor(targets, { rate, seconds }),
      goal: { lost: 0, p99Ms: 250 },
    };
  } finally {
    await worker.stop();
    await api.stop();
    await store.close();
    await backends.stop();
  }
}

/** Sends the benchmark's deliveries to a server that does nothing, to measure how much latency the machine and the sender add. */
async function measureFloor(targets: readonly Target[], load: WebhookLoad): Promise<object> {
  const server = await startScript(fileURLToPath(new URL('./serve-floor.js', import.meta.url)));
  try {
    const { latency } = await send(server.url, targets, load);
    return { p50Ms: latency.p50, p99Ms: latency.p99, maxMs: latency.max };
  } finally {
    await server.stop();
  }
}

async function connect(store: ReturnType<typeof createStore>): Promise<Target[]> {
  const targets: Target[] = [];
  for (const provider of ['github', 'pagerduty'] as const) {
    const { id } = await store.connections.ensure({
      provider,
      account: 'acme',
      baseUrl: 'http://127.0.0.1:9',
      scope: defaultConnectionScope,
      credential: 'unused',
      webhookSecret: secret,
    });
    targets.push({ provider, path: await store.connections.readWebhookPath(id) });
  }
  return targets;
}

function send(url: string, targets: readonly Target[], { rate, seconds }: WebhookLoad): Promise<autocannon.Result> {
  let sent = 0;
  const setupRequest = (request: Request): Request => {
    const target = targets[sent % targets.length] as Target;
    sent += 1;
    const { body, headers } = signWebhookDelivery(
      target.provider,
      writeBody[target.provider](1_000_000 + sent),
      secret,
    );
    return { ...request, method: 'POST', path: target.path, headers, body };
  };
  return autocannon({
    url,
    connections: openConnections,
    overallRate: rate,
    amount: rate * seconds,
    timeout: 10,
    requests: [{ setupRequest }],
  });
}
