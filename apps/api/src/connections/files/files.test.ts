import type { FileCheckResponse, FileImportResponse, ProblemDetails } from '@refrain/domain';
import { createTestFailureDraft } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../../testing/api-under-test.ts';

const api = await startApiUnderTest({ requestLimits: { importMegabytes: 1 } });

async function send<T>(path: string, body: string) {
  const response = await fetch(`${api.url}/v1/archives/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/octet-stream' },
    body,
  });
  return { status: response.status, body: (await response.json()) as T };
}
const check = (path: string, body: string) => send<FileCheckResponse>(path, body);
const importFile = (path: string, body: string) => send<FileImportResponse>(path, body);
const refused = (path: string, body: string) => send<ProblemDetails>(path, body);

const csv = `Ticket,What happened,Began at,Ended at,Service
INC-1,Checkout answers 502,2026-01-02 09:10,2026-01-02 09:55,checkout
INC-2,The queue is stuck,2026-02-11,,billing
INC-2,The queue is stuck,2026-02-11,,billing
INC-3,The disk is full,yesterday,,billing
`;

test('checks a CSV file without storing anything, and recognises columns by names and values', async () => {
  const { status, body } = await check('checked/check?format=csv', csv);
  expect(status).toBe(200);
  expect(body).toMatchObject({ records: 2, fresh: 2, repeated: 1, skipped: 1 });
  expect(body.columns.map(({ name, field }) => [name, field])).toEqual([
    ['Ticket', 'id'],
    ['What happened', 'title'],
    ['Began at', 'created'],
    ['Ended at', 'resolved'],
    ['Service', 'services'],
  ]);
  expect(body.columns[1]?.samples).toEqual(['Checkout answers 502', 'The queue is stuck', 'The queue is stuck']);
  expect(body.problems).toEqual([
    {
      problem: expect.stringMatching(/^its start date cannot be read: /u),
      example: '"yesterday"',
      rows: 1,
      lines: [5],
    },
  ]);
  expect(body.preview[0]).toMatchObject({
    line: 2,
    title: 'Checkout answers 502',
    created: '2026-01-02T09:10:00.000Z',
    resolved: '2026-01-02T09:55:00.000Z',
    services: ['checkout'],
  });
  expect((await api.store.connections.list()).map(({ account }) => account)).not.toContain('checked');
});

test('imports a file as its columns are mapped, and a later check counts only new records', async () => {
  const mapped = 'format=csv&onlyMapped=true&map=id=Ticket&map=title=What%20happened&map=created=Began%20at';
  const { status, body } = await importFile(`mapped/files?${mapped}`, csv);
  expect(status).toBe(200);
  expect(body).toMatchObject({ received: 2, stored: 2, repeated: 1, skipped: 1, connection: { account: 'mapped' } });
  const more = `${csv}INC-4,The cache is cold,2026-03-01,,billing\n`;
  const { body: checked } = await check(`mapped/check?${mapped}`, more);
  expect(checked).toMatchObject({ records: 3, fresh: 1, changed: 0, sameIdsIn: null });
  expect(checked.span).toEqual({ from: '2026-01-02T09:10:00.000Z', until: '2026-03-01T00:00:00.000Z' });
  expect(checked.preview[0]).toMatchObject({ id: 'INC-1', services: [], resolved: null });
  expect(checked.columns.map(({ field }) => field)).toEqual(['id', 'title', 'created', null, null]);
});

test('imports JSON Lines and several Markdown files', async () => {
  const lines = [{ title: 'The disk is full', created: '2026-01-01' }].map((row) => JSON.stringify(row)).join('\n');
  expect((await importFile('lines/files?format=jsonl', lines)).body).toMatchObject({ stored: 1 });
  const files = [
    { name: '2026-01-02-checkout.md', text: '# Checkout answered 502\n\nThe pool ran dry.' },
    { name: 'broken.md', text: '---\n- a list\n---\n' },
    { text: 'no name' },
  ];
  const markdown = files.map((file) => JSON.stringify(file)).join('\n');
  const { body } = await check('wiki/check?format=markdown', markdown);
  expect(body).toMatchObject({ columns: [], records: 1, skipped: 2 });
  expect(body.preview[0]).toMatchObject({ title: 'Checkout answered 502', created: '2026-01-02T00:00:00.000Z' });
  expect(body.problems).toMatchObject([
    { problem: 'its front matter is not a YAML mapping', example: 'broken.md', lines: [2] },
    { problem: 'it is not an object with the name and the text of a Markdown file', example: null, lines: [3] },
  ]);
});

test('skips rows of failures that another connection has delivered, and names the connections', async () => {
  const none = { baseUrl: null, credential: null, webhookSecret: null, scope: null };
  const { id } = await api.store.connections.ensure({ provider: 'pagerduty', account: 'acme', ...none });
  const delivered = { title: 'Search answers 504', occurredAt: '2026-04-01T09:10:42.000Z' };
  await api.store.failures.upsert(id, [createTestFailureDraft({ externalId: 'P1', ...delivered })]);
  const rows = `key,title,created
A,Search answers 504,2026-04-01 09:10
B,Search answers 504,2026-04-01 09:11
C,Search is slow,2026-04-01 09:10
`;
  const existing = { records: 1, sources: [{ name: 'PagerDuty acme', records: 1 }] };
  const { body: checked } = await check('exported/check?format=csv&map=id=key', rows);
  expect(checked).toMatchObject({ records: 3, fresh: 2, changed: 0, existing });
  expect(checked.preview.map(({ state }) => state)).toEqual(['existing', 'new', 'new']);

  const { body: imported } = await importFile('exported/files?format=csv&map=id=key', rows);
  expect(imported).toMatchObject({ received: 3, stored: 2, changed: 0, existing });
  expect(await api.store.inbox.countUnprocessed(imported.connection.id)).toBe(2);
  const { body: again } = await importFile('exported/files?format=csv&map=id=key', rows);
  expect(again).toMatchObject({ received: 3, stored: 0, existing });

  const refusal = await refused('exported-again/files?format=csv&map=id=key', rows.split('\n').slice(0, 2).join('\n'));
  expect(refusal).toMatchObject({
    status: 409,
    body: {
      detail: 'The record already exists (from PagerDuty acme). Nothing was imported, and no archive was created.',
    },
  });
  expect((await api.store.connections.list()).map(({ account }) => account)).not.toContain('exported-again');
});

test('updates a row that the archive has already, even if another connection has delivered the failure since', async () => {
  const csvOf = (text: string) => `id,title,text,created\nX-1,Login answers 500,${text},2026-04-02 10:00\n`;
  const { body: first } = await importFile('updated/files?format=csv', csvOf('old'));
  const drafts = ['X-1', 'P2'].map((externalId) =>
    createTestFailureDraft({ externalId, title: 'Login answers 500', occurredAt: '2026-04-02T10:00:00.000Z' }),
  );
  const other = await importFile('another/files?format=csv', 'title,created\nUnrelated,2026-01-01\n');
  await api.store.failures.upsert(first.connection.id, drafts.slice(0, 1));
  await api.store.failures.upsert(other.body.connection.id, drafts.slice(1));
  const { body } = await check('updated/check?format=csv', csvOf('new'));
  expect(body).toMatchObject({ records: 1, fresh: 0, changed: 1, existing: { records: 0, sources: [] } });
});

test('raw records of failures that another archive has delivered are counted and skipped', async () => {
  const incident = { id: 'R-1', title: 'Mail is delayed', created: '2026-04-03T08:00:00.000Z' };
  const recordOf = (payload: object) =>
    JSON.stringify({ type: 'archive.incident', deliveryKey: 'archive/R@1', payload });
  const { body: first } = await importFile('wiki-export/import', recordOf(incident));
  const occurredAt = incident.created;
  await api.store.failures.upsert(first.connection.id, [createTestFailureDraft({ title: incident.title, occurredAt })]);
  const lines = [recordOf(incident), JSON.stringify({ type: 'archive.unknown', deliveryKey: 'u', payload: {} })].join(
    '\n',
  );
  const existing = { records: 1, sources: [{ name: 'wiki-export', records: 1 }] };
  const { body: checked } = await check('wiki-copy/import/check', lines);
  expect(checked).toEqual({ records: 2, fresh: 1, changed: 0, existing });
  expect((await importFile('wiki-copy/import', lines)).body).toMatchObject({ received: 2, stored: 1, existing });
});

test.each([
  ['an empty file', '', 'nothing has no rows, so there is nothing to import'],
  ['a file without a readable row', 'title,created\na,yesterday\n', 'No row of the file can be imported: line 2: '],
  ['an unclosed quote', 'title,created\n"a,2026-01-01\n', 'The row at line 2 of nothing is not valid CSV'],
])('refuses to import %s and creates no archive', async (_what, body, detail) => {
  const answer = await refused('nothing/files?format=csv', body);
  expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining(detail) } });
  expect((await api.store.connections.list()).map(({ account }) => account)).not.toContain('nothing');
});

test('refuses an upload that exceeds the size limit, and a map to an unknown field', async () => {
  const large = await refused('large/check?format=csv', `title,created\n${'x'.repeat(1_100_000)}`);
  expect(large).toMatchObject({ status: 413, body: { code: 'too_large' } });
  const unknown = await refused('large/check?format=csv&map=colour=title', csv);
  expect(unknown).toMatchObject({ status: 400, body: { detail: expect.stringContaining('no column colour') } });
});

test('returns the rows that cannot be imported as CSV with the reason of each', async () => {
  const response = await fetch(`${api.url}/v1/archives/rejected/rejected-rows?format=csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/octet-stream' },
    body: csv,
  });
  expect(response.headers.get('content-type')).toMatch(/^text\/csv/u);
  const [header, row, ...others] = (await response.text()).trim().split('\r\n');
  expect(header).toBe('import_problem,Ticket,What happened,Began at,Ended at,Service');
  expect(row).toMatch(/^"Line 5: its start date ""yesterday"" cannot be read: /u);
  expect(row).toMatch(/,INC-3,The disk is full,yesterday,,billing$/u);
  expect(others).toEqual([]);
});
