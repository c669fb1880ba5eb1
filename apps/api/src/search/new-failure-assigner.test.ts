import { ConnectResponse, type Evidence, FailureResponse, SearchResponse } from '@refrain/domain';
import { createTestConnection, openStoreUnderTest } from '@refrain/store/under-test';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createFailureDraft, createTestPattern } from '../testing/stored-under-test.ts';
import { createNewFailureAssigner } from './new-failure-assigner.ts';

const api = await startApiUnderTest();
const { store } = api;
const connected = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
const { id: connectionId } = ConnectResponse.parse(connected.body).connection;

const kinds = {
  pool: ['Checkout: database connection pool exhausted', 'HikariPool: connection is not available, timed out'],
  certificate: ['Certificate of the gateway expired', 'x509: certificate has expired or is not yet valid'],
  disk: ['Disk of the log volume is full', 'no space left on device while writing a segment'],
  lift: ['Elevator stuck between two floors', 'the cabin does not answer, its motor is hot'],
  flood: ['Cellar under water', 'pump tripped its fuse, sensors are silent'],
  spill: ['Tanker leaks onto the yard', 'valve gave way, drains were closed'],
  crane: ['Hoist dropped its load', 'rope slipped off the drum, brake pads worn'],
} as const;
const namesOf = (kind: keyof typeof kinds, count: number) =>
  Array.from({ length: count }, (_, number) => `${kind} ${number}`);

async function put(...names: string[]): Promise<void> {
  const drafts = names.map((name) => {
    const [title, text] = kinds[name.split(' ')[0] as keyof typeof kinds];
    return { ...createFailureDraft(name), title, text: `${text} (${name})`, isFailure: !name.endsWith('drill') };
  });
  await store.failures.upsert(connectionId, drafts);
}
async function idOf(name: string): Promise<string> {
  return (await store.failures.listAll()).find(({ externalId }) => externalId === name)?.id ?? '';
}
async function group(patterns: Record<string, string[]>, alone: string[], inputVersion: string): Promise<void> {
  const names = [...Object.values(patterns).flat(), ...alone];
  const ids = new Map(await Promise.all(names.map(async (name) => [name, await idOf(name)] as const)));
  const known = (name: string) => ids.get(name) ?? '';
  await store.patterns.writeClustering({
    episodes: names.map((name) => ({ id: known(name), failureIds: [known(name)] })),
    patterns: Object.entries(patterns).map(([id, members]) => ({
      pattern: createTestPattern(id),
      members: members.map((name) => ({ failureId: known(name), confidence: 0.9, evidence: [] })),
    })),
    lineage: [],
    inputVersion,
  });
}
const find = async (name: string) => {
  const { patternId, isProvisional, membership } = FailureResponse.parse(
    (await api.ask('GET', `/v1/failures/${await idOf(name)}`)).body,
  );
  return { patternId, isProvisional, membership };
};
const untilAssigned = (patternId: string, ...names: string[]) =>
  vi.waitFor(
    async () => {
      for (const name of names) expect(await find(name)).toMatchObject({ patternId, isProvisional: true });
    },
    { timeout: 30_000, interval: 50 },
  );
const sum = (evidence: readonly Evidence[]) => evidence.reduce((total, { weight }) => total + weight, 0);

const known = { pool: namesOf('pool', 4), certificate: namesOf('certificate', 4) };
const alone = ['disk 0', 'lift 0', 'lift 1', 'crane 0', 'crane 1'];
await put(...known.pool, ...known.certificate, ...alone);
await group(known, alone, 'first');
// These failures arrive before the index is started.
await put('pool early', 'pool drill', 'pool decided', 'pool apart');
await store.corrections.add({ kind: 'not_a_failure', failureId: await idOf('pool decided') });
await store.corrections.add({ kind: 'cannot_link', failureIds: [await idOf('pool apart'), await idOf('pool 0')] });
api.index.start();

test('assigns failures that arrived before the index started, unless they are dissimilar or a correction forbids it', async () => {
  await untilAssigned('pool', 'pool early');
  for (const name of ['pool drill', 'pool decided', 'pool apart', 'disk 0', 'lift 0', 'lift 1']) {
    expect(await find(name)).toMatchObject({ patternId: null });
  }
});

test('assigns a new failure to a pattern with evidence', async () => {
  await put('certificate new');
  await untilAssigned('certificate', 'certificate new');
  const { membership } = await find('certificate new');
  expect(membership?.confidence).toBeGreaterThanOrEqual(0.5);
  const [newFailure, ...reasons] = membership?.evidence ?? [];
  expect(newFailure).toMatchObject({
    signal: 'new_failure',
    detail: expect.stringMatching(
      /^assigned on arrival because it resembles “Certificate of the gateway expired” and 3 more in the pattern$/u,
    ),
  });
  expect(reasons.map(({ signal }) => signal)).toContain('words');
  expect(sum(reasons)).toBeGreaterThan(0.5);
});

test('does not assign new failures that match no pattern', async () => {
  await put(...namesOf('flood', 12), 'disk 1', 'pool last');
  await untilAssigned('pool', 'pool last');
  // When this failure is assigned, all earlier failures have been compared with the patterns.
  await put('pool after');
  await untilAssigned('pool', 'pool after');
  for (const name of [...namesOf('flood', 12), 'disk 1']) expect(await find(name)).toMatchObject({ patternId: null });
});

test('a search shows the provisional pattern of a failure, but this failure is no evidence for the pattern of a similar text', async () => {
  await put('spill 0');
  const failureId = await idOf('spill 0');
  await store.patterns.assignNewFailures([{ failureId, patternId: 'pool', confidence: 0.5, evidence: [] }]);
  const search = async (text: string) => {
    const { body } = await api.ask('POST', '/v1/search', { text });
    return SearchResponse.parse(body);
  };
  const [title, reason] = kinds.spill;
  await vi.waitFor(async () => expect((await search(title)).matches[0]?.failure.id).toBe(failureId), 30_000);
  expect(await search(title)).toMatchObject({ repeats: { failureId }, pattern: { id: 'pool', confidence: 0.5 } });
  const similar = await search(`Tanker leaks: ${reason}`);
  expect(similar.matches[0]?.pattern?.id).toBe('pool');
  expect(similar).toMatchObject({ repeats: null, pattern: null });
});

test('a clustering replaces provisional assignments, and a failure outside the clustering is assigned to a pattern that it created', async () => {
  await put('pool removed', 'pool moved');
  await untilAssigned('pool', 'pool removed', 'pool moved');
  await put('crane late');
  onTestFinished(() => group(known, alone, 'first'));
  const stillAlone = ['disk 0', 'lift 0', 'lift 1', 'pool apart', 'pool removed'];
  await group({ ...known, crane: ['crane 0', 'crane 1'], moved: ['pool moved'] }, stillAlone, 'second');
  await untilAssigned('crane', 'crane late');
  expect(await find('pool removed')).toMatchObject({ patternId: null });
  expect(await find('pool moved')).toMatchObject({ patternId: 'moved', isProvisional: false });
  expect(api.errors).toEqual([]);
});

test('the assigner of new failures assigns at least one batch per call, even after its deadline', async () => {
  const { store: other } = await openStoreUnderTest();
  const { id } = await createTestConnection(other, 'old');
  await other.failures.upsert(id, [createFailureDraft('grouped')]);
  const [grouped] = await other.failures.listAll();
  const failureId = grouped?.id ?? '';
  await other.patterns.writeClustering({
    episodes: [{ id: failureId, failureIds: [failureId] }],
    patterns: [{ pattern: createTestPattern('pool'), members: [{ failureId, confidence: 0.9, evidence: [] }] }],
    lineage: [],
    inputVersion: 'first',
  });
  await other.failures.upsert(
    id,
    Array.from({ length: 25 }, (_, number) => createFailureDraft(`new ${number}`)),
  );
  let compared = 0;
  const newFailures = createNewFailureAssigner(other, async () => {
    compared += 1;
    return {
      matches: [],
      searched: 0,
      wordCount: 0,
      isComparedByMeaning: false,
      vectorCount: 0,
      sameTitleIds: [],
      samePlaceIds: null,
    };
  });
  const { signal } = new AbortController();
  const counts: number[] = [];
  for (const until of [0, 0, Number.POSITIVE_INFINITY]) {
    await newFailures.follow(until, signal);
    counts.push(compared);
  }
  expect(counts).toEqual([10, 20, 25]);
});
