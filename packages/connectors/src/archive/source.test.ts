import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureAppError } from '../testing.ts';
import { createTestArchives, formatJsonLines, listPayloadsOrSkipReasons } from './testing.ts';

const files = createTestArchives();
const { read, readText } = files;
let folder: string;
beforeAll(async () => {
  folder = await files.folder();
});
afterAll(files.remove);

describe('JSON Lines', () => {
  it('writes columns with a cause or a resolution as sections of the text', async () => {
    const incident = {
      title: 'Mill stopped',
      summary: 'No flour',
      'Root cause': 'The belt broke',
      resolution: 'New belt',
    };
    const rows = await readText('sections.jsonl', formatJsonLines({ ...incident, start: '2024-01-02' }));
    expect(listPayloadsOrSkipReasons(rows)).toMatchObject([
      { text: 'No flour\n\n## Root cause\n\nThe belt broke\n\n## Resolution\n\nNew belt' },
    ]);
  });

  it('recognises common column names', async () => {
    const rows = await readText(
      'usual.jsonl',
      `\uFEFF${formatJsonLines(
        {
          id: 'i-1',
          name: 'Outage',
          summary: 'It broke',
          start: '2024-01-02',
          end: '2024-01-03T04:05:06+02:00',
          affected_products: [],
          categories: ['API', 'Web'],
          impact: 'major',
        },
        { title: 'No id', description: 'x', date: '01/31/2024', service: 'api; web', link: 'https://x.test' },
      )}\n\n`,
    );
    expect(listPayloadsOrSkipReasons(rows)).toEqual([
      {
        id: 'i-1',
        kind: 'incident',
        title: 'Outage',
        text: 'It broke',
        created: '2024-01-02T00:00:00.000Z',
        resolved: '2024-01-03T02:05:06.000Z',
        precision: 'day',
        services: ['API', 'Web'],
        repository: null,
        severity: 'major',
        url: null,
      },
      expect.objectContaining({ created: '2024-01-31T00:00:00.000Z', services: ['api', 'web'], url: 'https://x.test' }),
    ]);
    expect(rows.map((row) => row.line)).toEqual([1, 2]);
  });

  it('gives a corrected incident a different record key, and an unchanged one the same key', async () => {
    const key = async (title: string) => {
      const [row] = await readText('key.jsonl', formatJsonLines({ id: 'a', title, created: '2024-01-01' }));
      return row && 'record' in row ? row.record.deliveryKey : null;
    };
    expect(await key('x')).toMatch(/^archive\/a@[\da-f]{32}$/u);
    expect(await key('x')).toBe(await key('x'));
    expect(await key('x')).not.toBe(await key('y'));
  });

  it('skips a row without a title or date, with the reason', async () => {
    const rows = await readText(
      'skipped.jsonl',
      formatJsonLines(
        { created: '2024-01-01' },
        { title: 'no date', other: 1 },
        { title: 'no day', created: '2024-02-30' },
        { title: 'no kind', created: '2024-01-01', kind: 'party' },
        { text: '# From the text\nmore', created: '2024-01-01' },
      ),
    );
    expect(listPayloadsOrSkipReasons(rows)).toEqual([
      'it has neither a title nor a text',
      'it has no date: no column is read as "created" (its columns: "title", "other")',
      expect.stringContaining('"2024-02-30" cannot be read: use YYYY-MM-DD'),
      'its kind is none of incident, failed_deployment, reverted_change',
      expect.objectContaining({ title: 'From the text' }),
    ]);
  });

  it('skips a row whose date is in the future or before 1990, with the reason', async () => {
    const now = Date.parse('2026-03-01T12:00:00.000Z');
    const rows = await readText(
      'range.jsonl',
      formatJsonLines(
        { title: 'zero', created: '1970-01-01' },
        { title: 'far', created: '2999-01-01T00:00:00Z' },
        { title: 'never ends', created: '2026-02-01', resolved: '9999-12-31' },
        { title: 'tomorrow, seen from a time zone ahead', created: '2026-03-02T10:00:00Z' },
        { title: 'the day after', created: '2026-03-02T13:00:00Z' },
      ),
      { now },
    );
    expect(listPayloadsOrSkipReasons(rows)).toEqual([
      'its "created" date 1970-01-01 is before 1990',
      'its "created" date 2999-01-01 is in the future',
      'its "resolved" date 9999-12-31 is in the future',
      expect.objectContaining({ created: '2026-03-02T10:00:00.000Z' }),
      'its "created" date 2026-03-02 is in the future',
    ]);
  });

  it('rejects a line with too deeply nested JSON and names it, or skips it on request', async () => {
    const deep = `{"title":"a","created":"2024-01-01","text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const text = `${formatJsonLines({ title: 'a', created: '2024-01-01' })}\n${deep}`;
    const error = await captureAppError(() => readText('deep.jsonl', text));
    expect(error.message).toMatch(/^Line 2 of .*deep\.jsonl is nested more than 1000 levels deep: correct it/);
    const [, row] = await readText('deep.jsonl', text, { skipBroken: true });
    expect(row).toEqual({ line: 2, skipped: 'it is nested more than 1000 levels deep' });
  });

  it('maps columns, and lists the columns of the file if a mapped column is missing', async () => {
    const text = formatJsonLines({ what: 'Outage', when: '2024-01-01', title: 'other' });
    const map = { title: ['what'], created: ['when'] };
    expect(listPayloadsOrSkipReasons(await readText('map.jsonl', text, { map }))).toMatchObject([{ title: 'Outage' }]);
    const absent = await captureAppError(() => readText('map.jsonl', text, { map: { created: ['whenn'] } }));
    expect(absent.message).toBe('No row has the column "whenn": choose from "what", "when", "title"');
    const unknown = await captureAppError(() => readText('map.jsonl', text, { map: { owner: ['what'] } }));
    expect(unknown.message).toMatch(/no column owner: choose from id, title, text, created/);
    expect([absent.code, unknown.code]).toEqual(['invalid_input', 'invalid_input']);
  });

  it('rejects a line with invalid JSON and names it, or skips it on request', async () => {
    for (const broken of ['{"title": ', '[1]', 'null', '"text"']) {
      const text = `${formatJsonLines({ title: 'a', created: '2024-01-01' })}\n${broken}\n${formatJsonLines({ title: 'b', created: '2024-01-01' })}`;
      const error = await captureAppError(() => readText('broken.jsonl', text));
      expect(error.code).toBe('invalid_input');
      expect(error.message).toMatch(/^Line 2 of .*broken\.jsonl is not a JSON object/);
      const rows = await readText('broken.jsonl', text, { skipBroken: true });
      expect(rows[1]).toEqual({ line: 2, skipped: 'it is not a JSON object' });
      expect(rows).toHaveLength(3);
    }
  });
});

it('an unreadable archive is rejected with advice on what to do', async () => {
  const messages = await Promise.all([
    captureAppError(() => readText('empty.jsonl', '')),
    captureAppError(() => readText('blank.jsonl', '\n \n')),
    captureAppError(() => readText('header.csv', 'title,date\n')),
    captureAppError(() => readText('a.pdf', 'x')),
    captureAppError(() => read(join(folder, 'absent.csv'))),
  ]);
  expect(messages.map((error) => [error.code, error.message.replace(folder, '')])).toEqual([
    ['invalid_input', '/empty.jsonl has no rows, so there is nothing to import'],
    ['invalid_input', '/blank.jsonl has no rows, so there is nothing to import'],
    ['invalid_input', '/header.csv has no rows, so there is nothing to import'],
    ['invalid_input', expect.stringMatching(/an unsupported file type: use a .jsonl/)],
    ['invalid_input', '/absent.csv does not exist: check the path and its permissions'],
  ]);
  const empty = join(folder, 'empty-folder');
  await mkdir(empty);
  expect((await captureAppError(() => read(empty))).message).toMatch(/contains no Markdown files/);
  const pipe = join(folder, 'pipe.jsonl');
  await promisify(execFile)('mkfifo', [pipe]);
  expect((await captureAppError(() => read(pipe))).message).toMatch(
    /is not a regular file: save its content to a file first/,
  );
});

it('skips a row with a repeated id, names the line of the first row, and advises to map another column', async () => {
  const rows = await readText(
    'same.csv',
    'number,title,date\n1,Alpha failed,2024-01-01\n1,Beta failed,2024-02-01\n2,Gamma failed,2024-03-01\n1,Alpha failed,2024-01-01\n',
  );
  expect(rows.map((row) => ('record' in row ? 'read' : row.skipped))).toEqual([
    'read',
    'its id “1” is already used in line 2; choose a column with unique values with --map id=…',
    'read',
    'it is the same as line 2',
  ]);
});

it('separates the problem of a skipped row from its value, so that equal problems can be grouped', async () => {
  const rows = await readText(
    'values.csv',
    'number,title,date\n1,Alpha failed,some day\n2,Beta failed,1985-01-01\n3,Gamma failed,2024-03-01\n3,Delta failed,2024-03-01\n',
  );
  expect(rows.flatMap((row) => ('shared' in row ? [row.shared] : []))).toEqual([
    { problem: expect.stringMatching(/^its "created" date cannot be read: use/u), example: '"some day"' },
    { problem: expect.stringMatching(/^its "created" date is before 1990/u), example: '1985-01-01' },
    { problem: expect.stringMatching(/^its id is already used in an earlier line; choose/u), example: '“3”' },
  ]);
});
