import { ConnectedAnswer, type Evidence, FailureAnswer, SearchAnswer } from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';
import { failureDraft, patternOf } from '../stored-under-test.ts';

const api = await startApiUnderTest();
const { store } = api;
const connected = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
const { id: connectionId } = ConnectedAnswer.parse(connected.body).connection;

const kinds = {
  pool: ['Checkout: database connection pool exhausted', 'HikariPool: connection is not available, timed out'],
  certificate: ['Certificate of the gateway expired', 'x509: certificate has expired or is not yet valid'],
  disk: ['Disk of the log volume is full', 'no space left on device while writing a segment'],
  lift: ['Elevator stuck between two floors', 'the cabin does not answer, its motor is hot'],
  flood: ['Cellar under water', 'pump tripped its fuse, sensors are silent'],
  spill: ['Tanker leaks onto the yard', 'valve gave way, drains were closed'],
} as const;
const namesOf = (kind: keyof typeof kinds, count: number) =>
  Array.from({ length: count }, (_, number) => `${kind} ${number}`);

async function put(...names: string[]): Promise<void> {
  const drafts = names.map((name) => {
    const [title, text] = kinds[name.split(' ')[0] as keyof typeof kinds];
    return { ...failureDraft(name), title, text: `${text} (${name})`, isFailure: !name.endsWith('drill') };
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
  await store.patterns.writeGrouping({
    episodes: names.map((name) => ({ id: known(name), failureIds: [known(name)] })),
    patterns: Object.entries(patterns).map(([id, members]) => ({
      pattern: patternOf(id),
      members: members.map((name) => ({ failureId: known(name), confidence: 0.9, evidence: [] })),
    })),
    lineage: [],
    inputVersion,
  });
}
const find = async (name: string) => {
  const { patternId, assignedOnArrival, membership } = FailureAnswer.parse(
    (await api.ask('GET', `/v1/failures/${await idOf(name)}`)).body,
  );
  return { patternId, assignedOnArrival, membership };
};
const untilIn = (patternId: string, ...names: string[]) =>
  vi.waitFor(
    async () => {
      for (const name of names) expect(await find(name)).toMatchObject({ patternId, assignedOnArrival: true });
    },
    { timeout: 10_000, interval: 50 },
  );
const sum = (evidence: readonly Evidence[]) => evidence.reduce((total, { weight }) => total + weight, 0);

const known = { pool: namesOf('pool', 4), certificate: namesOf('certificate', 4) };
const alone = ['disk 0', 'lift 0', 'lift 1'];
await put(...known.pool, ...known.certificate, ...alone);
await group(known, alone, 'first');
// What came in while nobody held the index.
await put('pool early', 'pool drill', 'pool decided', 'pool apart');
await store.corrections.add({ kind: 'not_a_failure', failureId: await idOf('pool decided') });
await store.corrections.add({ kind: 'cannot_link', failureIds: [await idOf('pool apart'), await idOf('pool 0')] });
api.index.start();

test('what came in before the start is assigned, but for what a person decided on and what is no failure', async () => {
  await untilIn('pool', 'pool early');
  for (const name of ['pool drill', 'pool decided', 'pool apart', ...alone]) {
    expect(await find(name)).toMatchObject({ patternId: null });
  }
});

test('a new failure is in its pattern within moments, with reasons that add up', async () => {
  await put('certificate new');
  await untilIn('certificate', 'certificate new');
  const { membership } = await find('certificate new');
  expect(membership?.confidence).toBeGreaterThanOrEqual(0.5);
  const [arrival, ...reasons] = membership?.evidence ?? [];
  expect(arrival).toMatchObject({
    signal: 'arrival',
    detail: expect.stringMatching(
      /^assigned when it came in, as it is like “Certificate of the gateway expired” and 3 more of the pattern; the next regrouping confirms or moves it$/u,
    ),
  });
  expect(reasons.map(({ signal }) => signal)).toContain('words');
  expect(sum(reasons)).toBeGreaterThan(0.5);
});

test('the failures of a new kind stay alone, however many come in and whatever is near', async () => {
  await put(...namesOf('flood', 12), 'disk 1', 'pool last');
  await untilIn('pool', 'pool last');
  // Whose turn comes after all of these.
  await put('pool after');
  await untilIn('pool', 'pool after');
  for (const name of [...namesOf('flood', 12), 'disk 1']) expect(await find(name)).toMatchObject({ patternId: null });
});

test('a search shows what was assigned on arrival, and does not take it for a sign of the pattern', async () => {
  await put('spill 0');
  const failureId = await idOf('spill 0');
  await store.arrivals.assign([{ failureId, patternId: 'pool', confidence: 0.5, evidence: [] }]);
  const search = async () => {
    const { body } = await api.ask('POST', '/v1/search', { text: kinds.spill.join('\n') });
    return SearchAnswer.parse(body);
  };
  await vi.waitFor(async () => expect((await search()).matches[0]?.failure.id).toBe(failureId), 10_000);
  const { matches, pattern } = await search();
  expect(matches[0]?.pattern?.id).toBe('pool');
  expect(pattern).toBeNull();
});

test('a regrouping has the last word, and what it did not look at is assigned by what it found', async () => {
  await put('lift late');
  const looked = ['pool early', 'certificate new', ...namesOf('flood', 12), 'disk 1', 'disk 0', 'pool apart'];
  await group({ ...known, lift: ['lift 0', 'lift 1'], flood: ['pool last'] }, looked, 'second');
  await untilIn('lift', 'lift late');
  expect(await find('pool early')).toMatchObject({ patternId: null });
  expect(await find('pool last')).toMatchObject({ patternId: 'flood', assignedOnArrival: false });
  expect(api.errors).toEqual([]);
});
