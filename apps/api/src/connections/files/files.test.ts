import type { FileCheckResponse, FileImportResponse, ProblemDetails } from '@refrain/domain';
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
    { line: 5, reason: expect.stringMatching(/^its start date "yesterday" cannot be read/u) },
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
  expect(body.problems.map(({ reason }) => reason)).toEqual([
    'broken.md: its front matter is not a YAML mapping',
    'it is not an object with the name and the text of a Markdown file',
  ]);
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
