import { providers } from '@refrain/connectors';
import { type Failure, hourInMs, type RawRecord } from '@refrain/domain';
import type { Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { generateFailures } from '../generated-failures.ts';
import { signWebhookDelivery } from '../sign-webhook-delivery.ts';
import { createGitHubDeliveryBodies, createPagerDutyDeliveryBodies } from '../webhook-bodies.ts';

const secret = 'bench webhook secret';

/** Share of jobs that parse webhooks; the others propose improvements. */
const ingestShare = 0.8;
/** Maximum number of distinct failures in the webhooks. */
const maxReported = 10_000;
const batchSize = 500;

export interface QueueBacklog {
  readonly store: Store;
  readonly producer: Producer;
  readonly connections: readonly { readonly provider: 'github' | 'pagerduty'; readonly id: string }[];
  readonly jobs: number;
}

/** Fills the queues with jobs that have work to do. Call before the workers start, because they process jobs immediately. */
export async function fillQueues({ store, producer, connections, jobs }: QueueBacklog): Promise<void> {
  const report = (line: string) => void process.stderr.write(line);
  const proposals = choosePairs(
    (await store.patterns.list({ limit: 200 })).items.map(({ id }) => id),
    jobs - Math.floor(ingestShare * jobs),
  );
  const records = jobs - proposals.length;
  const failures = generateFailures(Math.min(maxReported, records), report);
  for (const numbers of batchesOf(Array.from({ length: records }, (_, number) => number))) {
    const deliveries = numbers.map(async (number) => {
      const { id: connectionId, provider } = connections[number % connections.length] as (typeof connections)[number];
      const failure = failures[number % failures.length] as Failure;
      const round = Math.floor(number / failures.length);
      const received = await storeDelivery(provider, 1_000_000 + number, failure, round);
      return received.map((record) => ({ connectionId, record }));
    });
    const { newIds } = await store.inbox.storeDeliveries((await Promise.all(deliveries)).flat());
    const reading = newIds.map(({ id, connectionId }) => ({ connectionId, inboxIds: [id] }));
    await producer.enqueueMany('parse-records', reading);
    if ((numbers[0] ?? 0) % 10_000 === 0) report(`${numbers[0]} of ${jobs} jobs wait …\n`);
  }
  for (const batch of batchesOf(proposals)) await producer.enqueueMany('propose-improvements', batch);
}

/** Returns distinct pairs of pattern ids, because the queue deduplicates equal jobs. */
function choosePairs(ids: readonly string[], maximum: number): { patternIds: string[] }[] {
  return ids.flatMap((first) => ids.map((second) => ({ patternIds: [first, second] }))).slice(0, maximum);
}

function batchesOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / batchSize) }, (_, at) =>
    items.slice(at * batchSize, (at + 1) * batchSize),
  );
}

/** Stores a webhook delivery of the failure like the API. Each repetition (`round`) shifts all times by an hour. */
async function storeDelivery(
  provider: 'github' | 'pagerduty',
  number: number,
  failure: Failure,
  round: number,
): Promise<RawRecord[]> {
  const at = new Date(Date.parse(failure.occurredAt) + round * hourInMs).toISOString();
  const body = provider === 'github' ? deploymentBody(number, failure, at) : incidentBody(number, failure, at);
  const { headers } = signWebhookDelivery(provider, body, secret);
  return providers.receiveWebhook(provider, { headers, body: Buffer.from(body) }, [secret]);
}

function deploymentBody(number: number, { title }: Failure, at: string): string {
  const event = JSON.parse(createGitHubDeliveryBodies(number));
  Object.assign(event.deployment, { created_at: at, updated_at: at });
  Object.assign(event.deployment_status, { created_at: at, updated_at: at, description: title.slice(0, 140) });
  return JSON.stringify(event);
}

function incidentBody(number: number, { title, text }: Failure, at: string): string {
  const delivery = JSON.parse(createPagerDutyDeliveryBodies(number));
  delivery.event.occurred_at = at;
  Object.assign(delivery.event.data, { title, created_at: at, body: { type: 'incident_body', details: text } });
  return JSON.stringify(delivery);
}
