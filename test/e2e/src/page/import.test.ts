import type { Failure } from '@refrain/domain';
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
  await summary('4 records: 2 new, 1 duplicate, 1 cannot be read.').waitFor();
  await page.getByText(/^Line 5: its start date "some day" cannot be read/u).waitFor();
  expect(await fieldOf('Impact start').inputValue()).toBe('created');
  expect(await fieldOf('Squad').inputValue()).toBe('');
  expect(await page.getByRole('textbox', { name: 'Archive' }).inputValue()).toBe(archive);
  await fieldOf('Squad').selectOption('Service');
  await page.getByRole('cell', { name: 'tower', exact: true }).first().waitFor();
  await inspect('import-columns');
  await fieldOf('Impact start').selectOption('Do not import');
  await page.getByText('Start is missing').waitFor();
  await summary('4 records: 4 cannot be read.').waitFor();
  expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
  await fieldOf('Impact start').selectOption('Start');
  expect(await countFailures(archive)).toBe(0);

  await page.getByRole('button', { name: 'Import 2 new records' }).click();
  await page.getByText('2 new records imported').waitFor();
  await page
    .getByText(/looking for failures that recur|belongs? to \d+ patterns?|No imported failure recurs/u)
    .waitFor({ timeout: 60_000 });
  await inspectElement('import-result');
  await expect.poll(() => countFailures(archive), { timeout: 30_000 }).toBe(2);
  await page.getByRole('link', { name: 'View imported failures' }).click();
  await page.getByRole('link', { name: 'Weathercock points indoors' }).waitFor();

  await open(`/connections/${(await findConnectionByAccount(demo, archive))?.id}`);
  await picker.setInputFiles(file('more.csv', header, rows[1] ?? '', 'T-4,Bellows blow cold,2025-03-04,,organ'));
  await summary('2 records: 1 new. 1 of 2 is already imported (same ID): 1 will be updated.').waitFor();
  await fieldOf('Squad').selectOption('Service');
  await summary('2 records: 1 new. 1 of 2 is already imported (same ID): 1 is unchanged.').waitFor();
  await page.getByRole('button', { name: 'Import 1 new record' }).click();
  await page.getByText('1 record was imported before.').waitFor();
  await expect.poll(() => countFailures(archive), { timeout: 30_000 }).toBe(3);
});

test('several Markdown files are previewed together, and an unsupported file is refused with advice', async () => {
  await open('/connections/new?provider=archive');
  await picker.setInputFiles([
    file('2025-04-01-bell.md', '# The bell is silent', '', 'The rope was cut.'),
    file('2025-04-02-organ.md', '# The organ is out of tune', '', 'The pipes were cold.'),
  ]);
  await page.getByRole('heading', { name: '2 Markdown files' }).waitFor();
  await summary('2 records: 2 new.').waitFor();
  await page.getByRole('cell', { name: 'The bell is silent' }).waitFor();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await picker.setInputFiles(file('report.xlsx', 'PK'));
  await page.getByRole('alert').getByText('Save a spreadsheet as CSV').waitFor();
});
