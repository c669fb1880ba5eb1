import { ConnectResponse, FailureResponse, FailureSentencesResponse, ListedCorrection } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createFailureDraft } from '../testing/stored-under-test.ts';

const { store, ask } = await startApiUnderTest();
const connected = await ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
const { id: connectionId } = ConnectResponse.parse(connected.body).connection;

const impact = 'Customers were unable to pay for forty minutes.';
const resolution = 'Restarted the workers, and all payments recovered.';
const text = `## Impact\n\n${impact}\n\n## Root cause\n\nThe worker ran out of memory and was OOM killed.\n\n## Resolution\n\n${resolution}\n\n- @oncall please look`;

async function storeFailure(externalId: string): Promise<string> {
  await store.failures.upsert(connectionId, [{ ...createFailureDraft(externalId), title: 'Billing stopped', text }]);
  return (await store.failures.listAll()).find((failure) => failure.externalId === externalId)?.id ?? '';
}

const read = async (id: string) => FailureResponse.parse((await ask('GET', `/v1/failures/${id}`)).body);
const correct = (decision: object) => ask('POST', '/v1/corrections', { kind: 'statement', ...decision });

test('returns what a failure states', async () => {
  const { statements } = await read(await storeFailure('read'));
  expect(statements).toMatchObject({
    component: null,
    symptom: { quote: impact, isDecided: false },
    mechanism: { mechanism: 'Out of memory', quote: 'The worker ran out of memory and was OOM killed.' },
    resolution: { quote: resolution },
  });
});

test('lists the sentences that a correction can quote, without messages to people', async () => {
  const answer = await ask('GET', `/v1/failures/${await storeFailure('list')}/sentences`);
  expect(FailureSentencesResponse.parse(answer.body).items).toEqual([
    'Billing stopped',
    impact,
    'The worker ran out of memory and was OOM killed.',
    resolution,
  ]);
  expect((await ask('GET', '/v1/failures/nope/sentences')).status).toBe(404);
});

test('obeys a correction of a statement until a person undoes it', async () => {
  const failureId = await storeFailure('correct');
  const before = await read(failureId);
  const chosen = await correct({ failureId, statement: 'resolution', quote: impact });
  const none = await correct({ failureId, statement: 'symptom', quote: null });
  const full = await correct({ failureId, statement: 'mechanism', quote: null, mechanism: 'Disk full' });
  expect([chosen.status, none.status, full.status]).toEqual([201, 201, 201]);
  const after = await read(failureId);
  expect(after.statements).toMatchObject({
    symptom: null,
    mechanism: { mechanism: 'Disk full', quote: null, isDecided: true },
    resolution: { quote: impact, confidence: 1, isDecided: true },
  });
  expect(after.resolution?.stated).toEqual({ quote: impact, confidence: 1 });
  for (const { body } of [chosen, none, full])
    await ask('DELETE', `/v1/corrections/${ListedCorrection.parse(body).id}`);
  expect(await read(failureId)).toEqual(before);
});

test('records a correction of a statement in the audit log without its quotation', async () => {
  const failureId = await storeFailure('audit');
  await correct({ failureId, statement: 'resolution', quote: impact });
  const { body } = await ask('GET', '/v1/audit?limit=1');
  expect(body).toMatchObject({
    items: [{ detail: { kind: 'statement', failureId, statement: 'resolution', isStated: true } }],
  });
  expect(JSON.stringify(body)).not.toContain(impact);
});

test('obeys a correction of the trigger of a failure', async () => {
  const failureId = await storeFailure('trigger');
  await ask('POST', '/v1/corrections', { kind: 'cause', failureId, trigger: 'hardware' });
  expect((await read(failureId)).statements.trigger).toMatchObject({ trigger: 'hardware', isDecided: true });
});

test.each([
  [{ quote: 'Bought a larger machine.' }, 'do not contain the quotation. Choose a sentence that GET'],
  [{ quote: '@oncall please look' }, 'addresses or blames people. Choose a sentence that GET'],
  [{ statement: 'mechanism', mechanism: 'Bad luck', quote: null }, 'Choose one that GET /v1/mechanisms lists.'],
  [{ statement: 'mechanism', quote: impact }, 'Name the mechanism that the quotation states'],
  [{ mechanism: 'Disk full', quote: impact }, 'Specify a mechanism only for the statement “mechanism”'],
])('rejects the correction %j of a statement', async (wrong, message) => {
  const failureId = await storeFailure('reject');
  const { status, body } = await correct({ failureId, statement: 'symptom', ...wrong });
  expect([status, body.code]).toEqual([400, 'invalid_input']);
  expect(JSON.stringify(body)).toContain(message);
  expect(await store.corrections.list({ failureIds: [failureId] })).toEqual([]);
});

test('lists the library of mechanisms by name', async () => {
  const { body } = await ask('GET', '/v1/mechanisms?limit=200');
  const names = (body as { readonly items: readonly { readonly name: string }[] }).items.map(({ name }) => name);
  expect(names).toContain('Disk full');
  expect(names).toEqual([...names].sort());
});
