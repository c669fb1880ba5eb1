import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { inspectColumns } from './inspect-columns.ts';
import { readCsvRows } from './read-csv.ts';
import { createRejectedRows } from './rejected-rows.ts';
import { readArchiveRows } from './source.ts';

const fileOf = (content: string) => ({
  name: 'a.csv',
  open: () => Readable.from([Buffer.from(content)], { objectMode: false }),
});

async function reject(content: string): Promise<string> {
  const rejected = createRejectedRows();
  const options = { map: {}, skipBroken: true, onReject: rejected.add };
  for await (const _row of readArchiveRows(readCsvRows(fileOf(content)), 'a.csv', options));
  return rejected.toCsv();
}

const header = 'title;start;note';
const valid = 'Fine;2026-01-01;';

test('rejected rows keep their cells after a column with the reason, and repeated rows are not among them', async () => {
  const csv = await reject([header, valid, valid, '"Lamp ""out""";;a, b', 'Short', 'Long;2026-01-01;a;b'].join('\n'));
  expect(csv.replace('\uFEFF', '').split('\r\n')).toEqual([
    'import_problem,title,start,note,extra_1',
    '"Line 4: it has no date: the cell ""start"" is empty","Lamp ""out""",,"a, b",',
    'Line 5: it has 1 cells instead of 3 (separated by semicolons),Short,,,',
    'Line 6: it has 4 cells instead of 3 (separated by semicolons),Long,2026-01-01,a,b',
    '',
  ]);
});

test('a corrected file of rejected rows can be imported, and its reasons fill no field', async () => {
  const csv = await reject(`${header}\n${valid}\nLamp out;;a note`);
  const corrected = csv.replace('Lamp out,,', 'Lamp out,2026-01-02,');
  const columns = await inspectColumns(readCsvRows(fileOf(corrected)));
  expect(columns.find(({ name }) => name === 'import_problem')?.field).toBeNull();
  expect(await reject(corrected)).toBe('\uFEFFimport_problem\r\n');
});
