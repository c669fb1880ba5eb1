import { type ChangeAssessment, ConnectResponse, FailureResponse, type Link } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createChangeDraft, createFailureDraft, createTestPattern } from '../testing/stored-under-test.ts';

const change = createChangeDraft({});

test('returns a failure with its pattern, and with the title and URL of each linked object', async () => {
  const { store, ask } = await startApiUnderTest();
  const connected = await ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
  const { id: connectionId } = ConnectResponse.parse(connected.body).connection;
  await store.failures.upsert(connectionId, [
    createFailureDraft('one'),
    { ...createFailureDraft('two'), title: 'Cart is down', url: 'https://acme.example/two' },
  ]);
  await store.changes.upsert(connectionId, [change]);
  const failures = await store.failures.listAll();
  const idOf = (externalId: string) => failures.find((failure) => failure.externalId === externalId)?.id ?? '';
  const [one, two, cause] = [idOf('one'), idOf('two'), (await store.changes.listAll())[0]?.id ?? ''];
  const link: Link = {
    type: 'caused_by',
    failureId: one,
    targetId: cause,
    score: 0.9,
    evidence: [],
    status: 'suggested',
  };
  await store.changes.replaceLinks([
    link,
    { ...link, targetId: 'gone', score: 0.8 },
    { ...link, type: 'same_episode', targetId: two, score: 0.7 },
  ]);
  await store.patterns.writeClustering({
    episodes: [],
    patterns: [{ pattern: createTestPattern('p1'), members: [{ failureId: one, confidence: 1, evidence: [] }] }],
    lineage: [],
    inputVersion: 'v',
  });

  expect((await ask('GET', '/v1/status')).body).toMatchObject({ patterns: 1, unassigned: { failures: 1, of: 2 } });
  const answerOf = async (id: string) => FailureResponse.parse((await ask('GET', `/v1/failures/${id}`)).body);
  const { patternId, links } = await answerOf(one);
  expect(patternId).toBe('p1');
  expect(links.map(({ other }) => other)).toEqual([
    { id: cause, title: 'Bound the pool', url: 'https://github.com/acme/checkout/pull/12' },
    { id: 'gone', title: null, url: null },
    { id: two, title: 'Cart is down', url: 'https://acme.example/two' },
  ]);
  const far = await answerOf(two);
  expect(far.patternId).toBeNull();
  expect(far.links.map(({ other }) => other)).toEqual([{ id: one, title: 'Checkout answers 502', url: null }]);
});

test('returns an incident with its change assessment, and omits the authors of the candidate changes', async () => {
  const { store, ask } = await startApiUnderTest();
  const connected = await ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
  const { id: connectionId } = ConnectResponse.parse(connected.body).connection;
  await store.failures.upsert(connectionId, [createFailureDraft('one'), createFailureDraft('two')]);
  await store.changes.upsert(connectionId, [{ ...change, title: 'Bound the pool (thanks Jo Doe)', text: 'by Jo Doe' }]);
  await store.retention.addPersonNames(connectionId, ['Jo Doe']);
  expect(await store.retention.redactStoredTexts()).toBe(1);
  const failures = await store.failures.listAll();
  const [one = '', two = ''] = ['one', 'two'].map((name) => failures.find((one) => one.externalId === name)?.id ?? '');
  const changeId = (await store.changes.listAll())[0]?.id ?? '';
  const evidence = [{ signal: 'time', detail: '4 minutes before', weight: 0.9 }];
  const stored: ChangeAssessment = {
    failureId: one,
    verdict: 'change',
    confidence: 0.9,
    evidence,
    isDecided: false,
    candidates: [
      { changeId, score: 0.9, evidence },
      { changeId: 'gone', score: 0.04, evidence: [] },
    ],
    resolvedBy: { kind: 'revert', changeId, confidence: 0.8, evidence },
  };
  await store.changes.replaceAssessments([stored]);

  const { body } = await ask('GET', `/v1/failures/${one}`);
  const { changeAssessment } = FailureResponse.parse(body);
  expect(changeAssessment).toMatchObject({
    verdict: 'change',
    confidence: 0.9,
    evidence,
    isDecided: false,
    candidates: [
      { changeId, score: 0.9, change: { repository: change.repository } },
      { changeId: 'gone', change: null },
    ],
    resolvedBy: { kind: 'revert', change: { kind: change.kind } },
  });
  expect(Object.keys(changeAssessment?.candidates[0]?.change ?? {})).toEqual(
    expect.arrayContaining(['kind', 'repository', 'environment', 'title', 'occurredAt', 'url']),
  );
  expect(JSON.stringify(body)).not.toMatch(/jo doe|jodoe|author/iu);
  expect(FailureResponse.parse((await ask('GET', `/v1/failures/${two}`)).body).changeAssessment).toBeNull();
});
