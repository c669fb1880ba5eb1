import type { ArchiveRow } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { checkArchive, describeArchiveCheck, serialiseArchive } from './check-archive.ts';

async function* rows(...items: (ArchiveRow | Error)[]): AsyncGenerator<ArchiveRow> {
  for (const item of items) {
    if (item instanceof Error) throw item;
    yield item;
  }
}
const record = { type: 'archive.incident', deliveryKey: 'k', payload: { title: 't' } };
const good: ArchiveRow = { line: 1, record };
const bad: ArchiveRow = { line: 2, skipped: 'it has no date' };

test('checkArchive counts valid records, and lists skipped rows with line number and reason', async () => {
  const check = await checkArchive('a.csv', () => rows(good, bad, good));
  expect(check).toEqual({
    records: 2,
    skipped: [{ line: 2, reason: 'it has no date' }],
    problems: [{ problem: 'it has no date', example: null, rows: 1, lines: [2] }],
    notes: [],
  });
  expect(describeArchiveCheck('a.csv', check)).toBe('2 records read from a.csv, 1 skipped:\n  line 2: it has no date');
});

test('the check of an archive lists the columns that it ignored', async () => {
  const check = await checkArchive('a.csv', (note) => {
    note('the column "x" is not read');
    return rows(good);
  });
  expect(check.notes).toEqual(['the column "x" is not read']);
  expect(describeArchiveCheck('a.csv', check)).toBe(
    '1 records read from a.csv, 0 skipped.\nNote: the column "x" is not read',
  );
});

test('describeArchiveCheck groups rows with the same problem', async () => {
  const unreadable = (line: number, example: string): ArchiveRow => {
    const problem = 'its date cannot be read';
    return { line, skipped: `its date ${example} cannot be read`, shared: { problem, example } };
  };
  const check = await checkArchive('a.csv', () => rows(good, bad, unreadable(3, '"soon"'), unreadable(4, '"later"')));
  expect(describeArchiveCheck('a.csv', check)).toBe(
    '1 records read from a.csv, 3 skipped:\n  2 rows, lines 3 ("soon") and 4: its date cannot be read\n  line 2: it has no date',
  );
});

test('describeArchiveCheck lists only the first 20 problems', async () => {
  const broken = Array.from({ length: 25 }, (_, index): ArchiveRow => ({ line: index, skipped: `problem ${index}` }));
  const check = await checkArchive('a.csv', () => rows(good, ...broken));
  expect(check.skipped).toHaveLength(25);
  expect(describeArchiveCheck('a.csv', check).split('\n')).toHaveLength(22);
  expect(describeArchiveCheck('a.csv', check)).toMatch(/and 5 more problems \(--json has all\)$/u);
});

test('the error for an archive without valid records says why, and names an option that can help', async () => {
  const nameless: ArchiveRow = { line: 3, skipped: 'it has no date: no column is read as "created"' };
  await expect(checkArchive('a.csv', () => rows(nameless, bad))).rejects.toThrow(
    /^Nothing in a\.csv can be imported: line 3: it has no date: .*; name your columns with --map/u,
  );
  const dayFirst: ArchiveRow = { line: 2, skipped: 'its date is month first; give --day-first if the day comes first' };
  await expect(checkArchive('a.csv', () => rows(dayFirst))).rejects.toThrow(/if the day comes first$/u);
  await expect(checkArchive('a.csv', () => rows(bad))).rejects.toThrow(
    'line 2: it has no date; correct it and try again',
  );
});

test('the advice on an error names the option --skip-broken, and is omitted if the option is set', async () => {
  const broken = new AppError('too_large', 'Line 3 is too long: shorten it, or skip broken lines');
  await expect(checkArchive('a.csv', () => rows(good, broken))).rejects.toMatchObject({
    code: 'too_large',
    message: 'Line 3 is too long: shorten it, or skip broken lines with --skip-broken',
  });
  await expect(checkArchive('a.csv', () => rows(good, broken), true)).rejects.toMatchObject({
    code: 'too_large',
    message: 'Line 3 is too long: shorten it',
  });
});

test('an import sends only valid records, one per line', async () => {
  const lines: string[] = [];
  for await (const line of serialiseArchive(rows(good, bad))) lines.push(line);
  expect(lines).toEqual([JSON.stringify(record)]);
});
