import { readFile } from 'node:fs/promises';
import type { Connection, Failure } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';
import { disconnectAfterTests, findConnectionByAccount } from './second-account.ts';

const { demo, page, open, inspect, inspectElement } = await openDemoPage();
const picker = page.getByLabel('Files to import');
const fieldOf = (column: string) => page.getByRole('combobox', { name: `Field for ${column}` });
const summary = (text: string) => page.getByRole('status').getByText(text);

async function countFailures(archive: string): Promise<number> {
  const connection = await findConnectionByAccount(demo, archive);
  if (connection === undefined) return 0;
  const path = `/v1/failures?connectionId=${connection.id}&limit=10`;
  return (await demo.ask<{ items: Failure[]; total: number }>('GET', path)).total;
}

const file = (name: string, ...lines: string[]) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(lines.join('\n')),
});
const header = 'Ticket,Happened,Impact start,Impact end,Squad';
const rows = [
  'T-1,Weathercock points indoors,2025-03-01 10:00,2025-03-01 11:00,tower',
  'T-2,Sundial is read at midnight,2025-03-02,,tower',
  'T-2,Sundial is read at midnight,2025-03-02,,tower',
  'T-3,Bell rings twice,some day,,belfry',
];

test('a CSV file is previewed, its columns are mapped, and its records are imported once', async () => {
  const archive = 'Old tower book';
  disconnectAfterTests(demo, archive);
  await open('/connections/new?provider=archive');
  await inspect('import');
  await picker.setInputFiles(file(`${archive}.csv`, header, ...rows));
  await summary('2 of 4 rows are new; 1 repeats an earlier row; 1 cannot be read.').waitFor();
  await page.getByText(/^Its start date cannot be read: /u).waitFor();
  await page.getByText('1 row: line 5 ("some day")').waitFor();
  await page.getByText(/correct the values in these lines of the file/u).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download rejected rows (CSV)' }).click();
  expect((await download).suggestedFilename()).toBe(`${archive} rejected rows.csv`);
  const rejected = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(rejected[1]).toMatch(/^"Line 5: its start date .*",T-3,Bell rings twice,some day,,belfry$/u);
  expect(await fieldOf('Impact start').inputValue()).toBe('created');
  expect(await fieldOf('Squad').inputValue()).toBe('');
  expect(await page.getByRole('textbox', { name: 'Source name' }).inputValue()).toBe(archive);
  await fieldOf('Squad').selectOption('Service');
  await page.getByRole('cell', { name: 'tower', exact: true }).first().waitFor();
  await inspect('import-columns');
  await fieldOf('Impact start').selectOption('Do not import');
  await page.getByText('Start is missing').waitFor();
  await page.getByText('4 rows: lines 2, 3, 4 and 5').waitFor();
  await summary('None of the 4 rows is new; 4 cannot be read.').waitFor();
  expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
  await fieldOf('Impact start').selectOption('Start');
  expect(await countFailures(archive)).toBe(0);

  await page.getByRole('button', { name: 'Import 2 new records' }).click();
  await page.getByText('2 new records imported').waitFor();
  await page.getByText(/looking for failures that recur|2 failures imported; /u).waitFor({ timeout: 60_000 });
  await inspectElement('import-result');
  await expect.poll(() => countFailures(archive), { timeout: 30_000 }).toBe(2);
  await page.getByRole('link', { name: 'View imported failures' }).click();
  await page.getByRole('link', { name: 'Weathercock points indoors' }).waitFor();

  await open(`/connections/${(await findConnectionByAccount(demo, archive))?.id}`);
  await picker.setInputFiles(file('more.csv', header, rows[1] ?? '', 'T-4,Bellows blow cold,2025-03-04,,organ'));
  await page.getByText(`The columns are read as in your last import into “${archive}”.`).waitFor();
  await summary('1 of 2 rows is new; 1 is in this source already.').waitFor();
  await page.getByRole('button', { name: 'Import 1 new record' }).click();
  await page.getByText('1 of 2 rows was new; 1 was in this source already.').waitFor();
  await expect.poll(() => countFailures(archive), { timeout: 30_000 }).toBe(3);
});

test('rows of failures that an account has delivered are counted, marked and skipped', async () => {
  const archive = 'Copied incidents';
  disconnectAfterTests(demo, archive);
  const accounts = await demo.ask<{ items: Connection[] }>('GET', '/v1/connections?limit=50');
  const account = accounts.items.find(({ provider }) => provider === 'pagerduty');
  const path = `/v1/failures?connectionId=${account?.id}&kind=incident&limit=1`;
  const delivered = (await demo.ask<{ items: Failure[] }>('GET', path)).items[0];
  const start = delivered?.occurredAt.slice(0, 16).replace('T', ' ');
  const copied = `X-1,"${delivered?.title.replaceAll('"', '""')}",${start}`;
  await open('/connections/new?provider=archive');
  await picker.setInputFiles(file(`${archive}.csv`, 'Ticket,Title,Start', copied, 'X-2,Weathervane stuck,2025-05-01'));
  const source = `PagerDuty ${account?.account}`;
  await summary(`1 of 2 rows is new; 1 already exists (from ${source}) and will be skipped.`).waitFor();
  await page.getByRole('cell', { name: 'Already exists' }).waitFor();
  await inspect('import-existing');
  await page.getByRole('button', { name: 'Import 1 new record' }).click();
  await page.getByText(`1 of 2 rows was new; 1 already existed (from ${source}) and was skipped.`).waitFor();
  await expect.poll(() => countFailures(archive), { timeout: 30_000 }).toBe(1);
});

test('the page says what becomes of each column before the import', async () => {
  await open('/connections/new?provider=archive');
  const columns = 'Title,Start,What we saw,Resolution,Squad,Notes';
  const story = 'The lamp went out while the keeper was looking for matches in the cellar of the tower.';
  await picker.setInputFiles(file('Lamp log.csv', columns, `Lamp is out,2025-06-01,${story},Lit it again.,tower,`));
  await summary('The row is new.').waitFor();
  await page.getByText('Resolution: a section of the text.').waitFor();
  await page.getByText('A part of the text.').waitFor();
  await page.getByText('2 columns are not imported: “Squad” (no field is chosen) and “Notes” (it is empty).').waitFor();
  await inspect('import-text-columns');
});

test('a section of an imported text is shown below a heading', async () => {
  const archive = 'Lamp book';
  disconnectAfterTests(demo, archive);
  await open('/connections/new?provider=archive');
  const story = 'The lamp went out while the keeper was looking for matches in the cellar of the tower.';
  const row = `Lamp is out again,2025-06-02,${story},Lit the lamp with a dry match.`;
  await picker.setInputFiles(file(`${archive}.csv`, 'Title,Start,What we saw,Resolution', row));
  await page.getByRole('button', { name: 'Import 1 new record' }).click();
  await expect.poll(() => countFailures(archive), { timeout: 30_000 }).toBe(1);
  await page.getByRole('link', { name: 'View imported failures' }).click();
  await page.getByRole('link', { name: 'Lamp is out again' }).click();
  await page.getByRole('heading', { level: 3, name: 'Resolution', exact: true }).waitFor();
  expect(await page.getByText('## Resolution').count()).toBe(0);
  await inspect('failure-sections');
});

test('several Markdown files are previewed together, and an unsupported file is refused with advice', async () => {
  await open('/connections/new?provider=archive');
  await picker.setInputFiles([
    file('2025-04-01-bell.md', '# The bell is silent', '', 'The rope was cut.'),
    file('2025-04-02-organ.md', '# The organ is out of tune', '', 'The pipes were cold.'),
  ]);
  await page.getByRole('heading', { name: '2 Markdown files' }).waitFor();
  await summary('All 2 files are new.').waitFor();
  await page.getByRole('cell', { name: 'The bell is silent' }).waitFor();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await picker.setInputFiles(file('report.xlsx', 'PK'));
  await page.getByRole('alert').getByText('Save a spreadsheet as CSV').waitFor();
});
