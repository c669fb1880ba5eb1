import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecord } from '../read-record.ts';
import { errorFrom } from '../testing.ts';
import { type ArchiveOptions, type ArchiveRow, readArchive } from './source.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refrain-archive-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function read(path: string, options: Partial<ArchiveOptions> = {}): Promise<ArchiveRow[]> {
  const rows: ArchiveRow[] = [];
  for await (const row of readArchive(path, { map: {}, skipBroken: false, ...options })) rows.push(row);
  return rows;
}

async function readText(name: string, text: string, options: Partial<ArchiveOptions> = {}): Promise<ArchiveRow[]> {
  const path = join(folder, name);
  await writeFile(path, text);
  return read(path, options);
}

function payloads(rows: readonly ArchiveRow[]): unknown[] {
  return rows.map((row) => ('record' in row ? row.record.payload : row.skipped));
}

const jsonLines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');

describe('JSON Lines', () => {
  it('reads the usual names of columns', async () => {
    const rows = await readText(
      'usual.jsonl',
      `\uFEFF${jsonLines(
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
    expect(payloads(rows)).toEqual([
      {
        id: 'i-1',
        kind: 'incident',
        title: 'Outage',
        text: 'It broke',
        created: '2024-01-02T00:00:00.000Z',
        resolved: '2024-01-03T02:05:06.000Z',
        services: ['API', 'Web'],
        repository: null,
        severity: 'major',
        url: null,
      },
      expect.objectContaining({ created: '2024-01-31T00:00:00.000Z', services: ['api', 'web'], url: 'https://x.test' }),
    ]);
    expect(rows.map((row) => row.line)).toEqual([1, 2]);
  });

  it('gives the same key for the same content, and another for a corrected one', async () => {
    const key = async (title: string) => {
      const [row] = await readText('key.jsonl', jsonLines({ id: 'a', title, created: '2024-01-01' }));
      return row && 'record' in row ? row.record.deliveryKey : null;
    };
    expect(await key('x')).toMatch(/^archive\/a@[\da-f]{32}$/u);
    expect(await key('x')).toBe(await key('x'));
    expect(await key('x')).not.toBe(await key('y'));
  });

  it('skips a row that cannot be placed, and says why', async () => {
    const rows = await readText(
      'skipped.jsonl',
      jsonLines(
        { created: '2024-01-01' },
        { title: 'no date', other: 1 },
        { title: 'no zone', created: '2024-01-01T10:00:00' },
        { title: 'no day', created: '2024-02-30' },
        { title: 'no kind', created: '2024-01-01', kind: 'party' },
        { text: '# From the text\nmore', created: '2024-01-01' },
      ),
    );
    expect(payloads(rows)).toEqual([
      'it has neither a title nor a text',
      'it has no date in a column that stands for "created" (its columns: "title", "other")',
      expect.stringContaining('"2024-01-01T10:00:00" cannot be read: use YYYY-MM-DD'),
      expect.stringContaining('"2024-02-30" cannot be read'),
      'its kind is none of incident, failed_deployment, reverted_change',
      expect.objectContaining({ title: 'From the text' }),
    ]);
  });

  it('maps columns, and names those that exist where one does not', async () => {
    const text = jsonLines({ what: 'Outage', when: '2024-01-01', title: 'other' });
    const map = { title: 'what', created: 'when' };
    expect(payloads(await readText('map.jsonl', text, { map }))).toMatchObject([{ title: 'Outage' }]);
    const absent = await errorFrom(() => readText('map.jsonl', text, { map: { created: 'whenn' } }));
    expect(absent.message).toBe('No row has the column "whenn": the columns are "what", "when", "title"');
    const unknown = await errorFrom(() => readText('map.jsonl', text, { map: { owner: 'what' } }));
    expect(unknown.message).toMatch(/no column owner to map to: choose from id, title, text, created/);
    expect([absent.code, unknown.code]).toEqual(['invalid_input', 'invalid_input']);
  });

  it('names the line that is broken, or passes over it', async () => {
    for (const broken of ['{"title": ', '[1]', 'null', '"text"']) {
      const text = `${jsonLines({ title: 'a', created: '2024-01-01' })}\n${broken}\n${jsonLines({ title: 'b', created: '2024-01-01' })}`;
      const error = await errorFrom(() => readText('broken.jsonl', text));
      expect(error.code).toBe('invalid_input');
      expect(error.message).toMatch(/^Line 2 of .*broken\.jsonl is no JSON object/);
      const rows = await readText('broken.jsonl', text, { skipBroken: true });
      expect(rows[1]).toEqual({ line: 2, skipped: 'it is no JSON object' });
      expect(rows).toHaveLength(3);
    }
  });
});

describe('columns that stand for the same', () => {
  const day = '2026-03-14';
  const noted = async (options: Partial<ArchiveOptions>, ...rows: object[]) => {
    const notes: string[] = [];
    const read = await readText('same.jsonl', jsonLines(...rows), { ...options, onNote: (note) => notes.push(note) });
    return { payloads: payloads(read), notes };
  };

  it('takes a summary beside another text for the title, where there is none', async () => {
    const text = `date,summary,description,service\n${day},Checkout down,The certificate had expired,shop\n`;
    const expected = [{ title: 'Checkout down', text: 'The certificate had expired', services: ['shop'] }];
    expect(payloads(await readText('summary.csv', text))).toMatchObject(expected);
    const alone = await noted({}, { date: day, summary: 'Checkout down', description: '' });
    expect(alone.payloads).toMatchObject([{ title: 'Checkout down', text: 'Checkout down' }]);
  });

  it('loses nothing of a summary that is longer than a title', async () => {
    const { payloads: long } = await noted({}, { date: day, summary: 'Down.\nFor an hour.', body: 'A disk.' });
    expect(long).toMatchObject([{ title: 'Down.', text: 'Down.\nFor an hour.\n\nA disk.' }]);
  });

  it('joins texts in the order of the file, without those that are part of another', async () => {
    const row = { date: day, title: 'Outage', details: 'Disk', summary: 'Full', body: 'Disk', content: 'The Disk' };
    const { payloads: joined, notes } = await noted({}, row);
    expect(joined).toMatchObject([{ title: 'Outage', text: 'Full\n\nThe Disk' }]);
    expect(notes).toEqual([]);
  });

  it('reads what is mapped, and reads no column as a text that is mapped to something else', async () => {
    const row = { date: day, summary: 'Full', description: 'Disk' };
    const chosen = await noted({ map: { text: 'description' } }, row);
    expect(chosen.payloads).toMatchObject([{ title: 'Disk', text: 'Disk' }]);
    const title = await noted({ map: { title: 'description' } }, row);
    expect(title.payloads).toMatchObject([{ title: 'Disk', text: 'Full' }]);
  });

  it('notes once what cannot be joined', async () => {
    const row = { title: 'a', text: 'x', created_at: day, started_at: '2026-03-13', severity: 'high', impact: 'high' };
    const { payloads: read, notes } = await noted({}, row, { ...row, title: 'b' });
    expect(read).toMatchObject([{ created: '2026-03-14T00:00:00.000Z' }, { title: 'b' }]);
    expect(notes).toEqual([
      'the column "started_at" is not read where "created_at" is filled; choose with --map created=started_at',
    ]);
  });

  it('keeps both cells of a name that a table has twice', async () => {
    const rows = await readText('twice.csv', `title,date,text,text\na,${day},one,two\nb,${day},,two\n`);
    expect(payloads(rows)).toMatchObject([{ text: 'one\ntwo' }, { text: 'two' }]);
  });
});

describe('dates', () => {
  const reasonOf = async (row: object, options: Partial<ArchiveOptions> = {}) =>
    payloads(await readText('dates.jsonl', jsonLines({ title: 'a', ...row }), options))[0];

  it('reads a time after a space as UTC', async () => {
    expect(await reasonOf({ date: '2026-03-14 09:00' })).toMatchObject({ created: '2026-03-14T09:00:00.000Z' });
    expect(await reasonOf({ date: '2026-03-14 09:00:05' })).toMatchObject({ created: '2026-03-14T09:00:05.000Z' });
    expect(await reasonOf({ date: '2026-03-14 24:00' })).toMatch(/"2026-03-14 24:00" cannot be read/u);
  });

  it('reads slashes month first unless told otherwise, and says so where that cannot be', async () => {
    expect(await reasonOf({ date: '03/04/2026' })).toMatchObject({ created: '2026-03-04T00:00:00.000Z' });
    expect(await reasonOf({ date: '03/04/2026' }, { dayFirst: true })).toMatchObject({
      created: '2026-04-03T00:00:00.000Z',
    });
    expect(await reasonOf({ date: '14/03/2026' })).toBe(
      'its "created" date "14/03/2026" cannot be read: dates with slashes are read month first; give --day-first if the day comes first',
    );
    expect(await reasonOf({ date: '03/14/2026' }, { dayFirst: true })).toMatch(
      /leave it out if the month comes first$/u,
    );
    expect(await reasonOf({ date: '31/31/2026' })).toMatch(/use YYYY-MM-DD, .*MM\/DD\/YYYY/u);
    const resolved = await reasonOf({ date: '03/01/2026', closed: '14/03/2026' });
    expect(resolved).toMatch(/^its "resolved" date .* give --day-first/u);
  });

  it('tells an empty cell from a column that is not there', async () => {
    const text = 'title,date,when\na, ,\n';
    expect(payloads(await readText('empty-cell.csv', text))).toEqual(['it has no date: the cell "date" is empty']);
    const mapped = await readText('empty-cell.csv', text, { map: { created: 'when' } });
    expect(payloads(mapped)).toEqual(['it has no date: the cell "when" is empty']);
    expect(await reasonOf({ wann: 'x' })).toMatch(/no date in a column that stands for "created"/u);
  });
});

describe('a line of 200 MB', { timeout: 60_000 }, () => {
  async function writeBig(name: string, first: string, last: string): Promise<string> {
    const path = join(folder, name);
    const stream = createWriteStream(path);
    stream.write(first);
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    for (let written = 0; written < 200; written += 1) {
      if (!stream.write(chunk)) await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
    }
    await new Promise<void>((resolve) => stream.end(last, () => resolve()));
    return path;
  }

  it('is refused by its number, or passed over, without being held in memory', async () => {
    const good = jsonLines({ title: 'a', created: '2024-01-01' });
    const path = await writeBig('big.jsonl', `${good}\n{"title":"`, `"}\n${good}\n`);
    const before = process.memoryUsage.rss();
    const error = await errorFrom(() => read(path));
    expect(error.code).toBe('too_large');
    expect(error.message).toMatch(/^Line 2 of .* is longer than 10 MB/);
    const rows = await read(path, { skipBroken: true });
    expect(rows.map((row) => row.line)).toEqual([1, 2, 3]);
    expect(rows[1]).toEqual({ line: 2, skipped: 'it is longer than 10 MB' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('ends a CSV file as well', async () => {
    const path = await writeBig('big.csv', 'title,created\na,2024-01-01\n"', '",2024-01-01\n');
    const before = process.memoryUsage.rss();
    const error = await errorFrom(() => read(path));
    expect(error.code).toBe('too_large');
    expect(error.message).toMatch(/line 3 of .* is longer than 10 MB: shorten or remove it$/);
    const skipping = await errorFrom(() => read(path, { skipBroken: true }));
    expect(skipping.message).toBe(error.message);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 1024 * 1024);
  });
});

describe('CSV', () => {
  it('reads quoted cells with line breaks', async () => {
    const rows = await readText(
      'a.csv',
      '\uFEFFid, name ,date,services\n7,"Outage, ""big""\nindeed",2024-01-01,"api,web"\n',
    );
    expect(payloads(rows)).toMatchObject([
      { id: '7', title: 'Outage, "big"\nindeed', created: '2024-01-01T00:00:00.000Z', services: ['api', 'web'] },
    ]);
  });

  it('names the line of a row with too many cells, or passes over it', async () => {
    const text = 'title,date\na,2024-01-01\nb,2024-01-01,extra\nc,2024-01-01\n';
    const error = await errorFrom(() => readText('cells.csv', text));
    expect(error.message).toMatch(/^Line 3 of .* is broken: it has 3 cells and not 2/);
    const rows = await readText('cells.csv', text, { skipBroken: true });
    expect(rows[1]).toEqual({ line: 3, skipped: 'it has 3 cells and not 2' });
    expect(rows).toHaveLength(3);
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('reads cells that are separated by %s, as the header shows', async (name, separator) => {
    const lines = [
      ['\uFEFF"title, a;b\tc"', 'date', 'services', 'text'],
      ['Outage', '2026-03-14', '"api,web"', 'It broke, then; it did not'],
    ];
    const [head = [], row = []] = lines;
    const quoted = [...row.slice(0, 3), `"${row[3]}"`];
    const text = `${head.join(separator)}\r\n${quoted.join(separator)}\r\n`;
    const rows = await readText('separated.csv', text, { map: { title: 'title, a;b\tc' } });
    expect(payloads(rows)).toMatchObject([
      { title: 'Outage', text: 'It broke, then; it did not', services: ['api', 'web'] },
    ]);
    const error = await errorFrom(() => readText('separated.csv', `${text}x${separator}y\r\n`));
    expect(error.message).toMatch(
      new RegExp(`^Line 3 of .* is broken: it has 2 cells and not 4 \\(separated by ${name}\\); correct it`, 'u'),
    );
  });

  it('refuses an open quote', async () => {
    const error = await errorFrom(() => readText('quote.csv', 'title,date\n"a,2024-01-01\n'));
    expect(error.code).toBe('invalid_input');
    expect(error.message).toMatch(/is no CSV \(CSV_QUOTE_NOT_CLOSED\)/);
  });
});

describe('a folder of Markdown', () => {
  it('takes title and date from front matter, heading or file name', async () => {
    const path = join(folder, 'post-mortems');
    await mkdir(join(path, 'deeper'), { recursive: true });
    await writeFile(
      join(path, 'a.md'),
      '---\ntitle: From the matter\ndate: 2024-01-01\nservices: [api]\n---\n# Heading\nBody',
    );
    await writeFile(join(path, '2024-02-02-disk-full.md'), '# Disk full on db1\n\nIt was.');
    await writeFile(join(path, 'deeper', 'c.md'), '## 2024-03-03: Certificate expired\nIt had.');
    await writeFile(join(path, 'README.md'), '# How to write these\n');
    await writeFile(join(path, 'notes.txt'), 'not one');
    const rows = await read(path);
    expect(payloads(rows)).toEqual([
      expect.objectContaining({
        id: '2024-02-02-disk-full',
        title: 'Disk full on db1',
        created: '2024-02-02T00:00:00.000Z',
      }),
      expect.stringMatching(/^README\.md: it has no date/),
      expect.objectContaining({ title: 'From the matter', text: '# Heading\nBody', services: ['api'] }),
      expect.objectContaining({ id: 'deeper/c', title: 'Certificate expired', created: '2024-03-03T00:00:00.000Z' }),
    ]);
  });

  it('names a file whose front matter is broken', async () => {
    const path = join(folder, 'broken-matter');
    await mkdir(path);
    await writeFile(join(path, 'a.md'), '---\n- a list\n---\n# 2024-01-01 x');
    expect((await errorFrom(() => read(path))).message).toMatch(/front matter of .*a\.md is no YAML mapping/);
    expect(payloads(await read(path, { skipBroken: true }))).toEqual(['a.md: its front matter is no YAML mapping']);
  });

  it.each([
    ['an open list', 'title: [open\ndate: 2024-01-01'],
    ['a tab for indentation', 'services:\n\t- api'],
    ['the same key twice', 'title: a\ntitle: b'],
    ['an alias without anchor', 'title: *nothing'],
    ['aliases that multiply', `a: &a [${'x,'.repeat(20)}]\nb: &b [${'*a,'.repeat(20)}]\nc: [${'*b,'.repeat(20)}]`],
    ['a text', 'just words'],
  ])('refuses front matter that is no YAML, or passes over it: %s', async (name, matter) => {
    const path = await mkdtemp(join(folder, 'matter-'));
    await writeFile(join(path, 'a.md'), `---\n${matter}\n---\n# 2024-01-01 x`);
    await writeFile(join(path, 'b.md'), '# 2024-01-02 fine');
    const error = await errorFrom(() => read(path));
    expect(error.code, name).toBe('invalid_input');
    expect(error.message).toMatch(
      /^The front matter of .*a\.md is no YAML mapping: correct it, or pass over broken lines$/,
    );
    const [broken, fine] = await read(path, { skipBroken: true });
    expect(broken).toEqual({ line: 1, skipped: 'a.md: its front matter is no YAML mapping' });
    expect(fine).toHaveProperty('record');
  });
});

describe('what is no archive', () => {
  it('is refused with what to do', async () => {
    const messages = await Promise.all([
      errorFrom(() => readText('empty.jsonl', '')),
      errorFrom(() => readText('blank.jsonl', '\n \n')),
      errorFrom(() => readText('header.csv', 'title,date\n')),
      errorFrom(() => readText('a.pdf', 'x')),
      errorFrom(() => read(join(folder, 'absent.csv'))),
    ]);
    expect(messages.map((error) => [error.code, error.message.replace(folder, '')])).toEqual([
      ['invalid_input', '/empty.jsonl is empty: there is nothing to import'],
      ['invalid_input', '/blank.jsonl is empty: there is nothing to import'],
      ['invalid_input', '/header.csv is empty: there is nothing to import'],
      ['invalid_input', expect.stringMatching(/no known kind: give a .jsonl/)],
      ['invalid_input', '/absent.csv does not exist: check the path and its permissions'],
    ]);
    const empty = join(folder, 'empty-folder');
    await mkdir(empty);
    expect((await errorFrom(() => read(empty))).message).toMatch(/holds no Markdown file/);
  });
});

describe('readRecord', () => {
  it('reads a row into a failure without people', async () => {
    const [row] = await readText(
      'people.jsonl',
      jsonLines({
        id: 'x',
        title: 'Outage seen by @jdoe',
        text: 'Ask jo@acme.test',
        start: '2024-01-01',
        repo: 'acme/api',
      }),
    );
    const record = row && 'record' in row ? row.record : { type: '', payload: null };
    expect(readRecord('archive', record).failures).toMatchObject([
      {
        externalId: 'x',
        kind: 'incident',
        title: 'Outage seen by someone',
        text: 'Ask someone',
        repository: 'acme/api',
      },
    ]);
    expect((await errorFrom(() => readRecord('archive', { type: record.type, payload: {} }))).code).toBe(
      'invalid_input',
    );
  });

  it('replaces the people of an exported timeline wherever they stand', async () => {
    const text =
      '9:34 AM Resolved by Ann Other through the website.\nNote added by Björn.\nresolved by restarting it through the console.\nAnn Other called Björn.\nTriggered by Alertmanager.';
    const [row] = await readText('timeline.jsonl', jsonLines({ title: 'Outage', text, start: '2024-01-01' }));
    const record = row && 'record' in row ? row.record : { type: '', payload: null };
    expect(readRecord('archive', record).failures[0]?.text).toBe(
      '9:34 AM Resolved by responder 1 through the website.\nNote added by responder 2.\nresolved by restarting it through the console.\nresponder 1 called responder 2.\nTriggered by Alertmanager.',
    );
  });
});
