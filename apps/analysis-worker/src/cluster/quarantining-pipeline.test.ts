import { type PipelineInput, runPipeline } from '@refrain/analysis';
import type { ChangeDraft, FailureDraft } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createRetryQuarantinedItemHandler, findCrashingItem } from './quarantining-pipeline.ts';
import { startReclusteringUnderTest } from './recluster-under-test.ts';

const incident = (externalId: string, month: number): FailureDraft => ({
  kind: 'incident',
  externalId,
  title: `Checkout pool exhausted ${externalId}`,
  sha: null,
  repository: null,
  text: 'HikariPool exhausted: connection is not available.',
  services: ['checkout'],
  environment: null,
  url: null,
  paths: [],
  references: [],
  resolvedAt: null,
  precision: 'instant',
  timing: null,
  severity: null,
  urgency: null,
  responders: null,
  occurredAt: `2025-0${month}-11T08:00:00.000Z`,
  version: `2025-0${month}-11T08:00:00.000Z`,
  isFailure: true,
  confidence: 1,
});
const change = (number: number): ChangeDraft => ({
  kind: 'merged_pull_request',
  externalId: `acme/checkout#${number}`,
  repository: 'acme/checkout',
  title: `Change ${number}`,
  text: '',
  sha: `${number}`.repeat(40),
  parents: [],
  number,
  branch: null,
  base: null,
  occurredAt: '2025-03-11T07:00:00.000Z',
  version: '2025-03-11T07:00:00.000Z',
  paths: [],
  url: null,
  environment: null,
  succeeded: null,
});

/** Opens a store with six failures and five changes, and a pipeline that throws on each title that contains `poison`. */
async function startWithPoison(poison: string) {
  const poisons = new Set(poison === '' ? [] : [poison]);
  const isPoisonous = ({ title }: { readonly title: string }) => [...poisons].some((one) => title.includes(one));
  const { store, given, recluster } = await startReclusteringUnderTest((input) => {
    if ([...input.failures, ...input.changes].some(isPoisonous)) throw new TypeError('x is not iterable');
    return runPipeline(input);
  });
  const { id: connectionId } = await store.connections.ensure({
    provider: 'archive',
    account: 'acme',
    baseUrl: null,
    scope: null,
    credential: null,
    webhookSecret: null,
  });
  await store.failures.upsert(
    connectionId,
    [1, 2, 3, 4, 5, 6].map((month) => incident(`I${month}`, month)),
  );
  await store.changes.upsert(connectionId, [1, 2, 3, 4, 5].map(change));
  const letters = async () => (await store.operations.listDeadLetters({ limit: 10 })).items;
  return { store, given, recluster, letters, cure: () => poisons.clear() };
}

const titles = (input: PipelineInput | undefined) =>
  [...(input?.failures ?? []), ...(input?.changes ?? [])].map(({ title }) => title);

test.each([
  ['failure', 'exhausted I4'],
  ['change', 'Change 5'],
] as const)('a %s that crashes clustering is quarantined, and all other items are clustered', async (kind, title) => {
  const { store, given, recluster, letters, cure } = await startWithPoison(title);
  await recluster();
  const [letter] = await letters();
  expect(letter).toMatchObject({ kind: 'job', name: 'retry-quarantined', code: 'internal', replay: 'after_fix' });
  expect(letter?.subject).toMatch(new RegExp(`^${kind}Id \\w+$`, 'u'));
  expect(letter?.problem).toMatch(/crashes clustering/u);
  const { items } = await store.patterns.list({ limit: 10 });
  expect(items.map(({ episodes }) => episodes)).toEqual([kind === 'failure' ? 5 : 6]);
  expect(titles(given.at(-1)).filter((one) => one.includes(title))).toEqual([]);

  const runs = given.length;
  await recluster();
  expect(given.length - runs).toBe(1);

  // If the item still crashes clustering, a replay quarantines the item again. Once the item no longer crashes clustering, a replay
  // clusters the item.
  const again = createRetryQuarantinedItemHandler({ store, producer: { enqueue: async () => recluster() } });
  const replay = async () => {
    const { jobs } = await store.operations.requestReplay({ id: letter?.id ?? '' });
    await again(jobs[0]?.payload as Parameters<typeof again>[0], new AbortController().signal);
  };
  await replay();
  expect(await letters()).toMatchObject([{ id: letter?.id, isReplaying: false }]);
  cure();
  await replay();
  expect(await letters()).toEqual([]);
  expect(titles(given.at(-1)).filter((one) => one.includes(title))).toHaveLength(1);
});

test('quarantines nothing if no single item crashes clustering, or if clustering crashes on every input', async () => {
  const { given, recluster } = await startWithPoison('');
  await recluster();
  const [input] = given;
  if (input === undefined) throw new Error('There was no run');
  const named = (part: PipelineInput) => new Set(titles(part));
  const breaksTogether = async (part: PipelineInput) =>
    ['I1', 'I6'].every((id) => named(part).has(`Checkout pool exhausted ${id}`));
  expect(await findCrashingItem(input, breaksTogether)).toBeNull();
  expect(await findCrashingItem(input, async () => true)).toBeNull();
  // If clustering crashes only when both a failure and a change are present, the change is quarantined, because failures matter
  // more to the analysis.
  const mixed = async (part: PipelineInput) =>
    named(part).has('Change 2') && named(part).has('Checkout pool exhausted I2');
  const { id } = input.changes.find(({ title }) => title === 'Change 2') ?? {};
  expect(await findCrashingItem(input, mixed)).toEqual({ changeId: id });
});
