import { afterAll, describe, expect, it } from 'vitest';
import type { ArchiveOptions } from './source.ts';
import { createTestArchives, formatJsonLines, listPayloadsOrSkipReasons } from './testing.ts';

const { readText, remove } = createTestArchives();
afterAll(remove);

describe('archive columns with the same meaning', () => {
  const day = '2026-03-14';
  const noted = async (options: Partial<ArchiveOptions>, ...rows: object[]) => {
    const notes: string[] = [];
    const read = await readText('same.jsonl', formatJsonLines(...rows), {
      ...options,
      onNote: (note) => notes.push(note),
    });
    return { payloads: listPayloadsOrSkipReasons(read), notes };
  };

  it('uses a summary as the title if there is another text but no title', async () => {
    const text = `date,summary,description,service\n${day},Checkout down,The certificate had expired,shop\n`;
    const expected = [{ title: 'Checkout down', text: 'The certificate had expired', services: ['shop'] }];
    expect(listPayloadsOrSkipReasons(await readText('summary.csv', text))).toMatchObject(expected);
    const alone = await noted({}, { date: day, summary: 'Checkout down', description: '' });
    expect(alone.payloads).toMatchObject([{ title: 'Checkout down', text: 'Checkout down' }]);
  });

  it('drops an invalid URL with one note, and keeps the row', async () => {
    const links = ['javascript:alert(1)', 'data:text/html,x', 'INC-1', ''];
    const rows = links.map((link, at) => ({ id: at, date: day, title: 'Outage', link }));
    const read = await noted({}, ...rows, { date: day, title: 'Outage', link: 'https://wiki.example/1' });
    expect(read.payloads).toMatchObject([...links.map(() => ({ url: null })), { url: 'https://wiki.example/1' }]);
    expect(read.notes).toEqual(['each "url" that does not begin with https:// or http:// is dropped']);
  });

  it('keeps the whole text of a summary that is too long for a title', async () => {
    const { payloads: long } = await noted({}, { date: day, summary: 'Down.\nFor an hour.', body: 'A disk.' });
    expect(long).toMatchObject([{ title: 'Down.', text: 'Down.\nFor an hour.\n\nA disk.' }]);
  });

  it('joins text columns in file order, and drops a text that another text contains', async () => {
    const row = { date: day, title: 'Outage', details: 'Disk', summary: 'Full', body: 'Disk', content: 'The Disk' };
    const { payloads: joined, notes } = await noted({}, row);
    expect(joined).toMatchObject([{ title: 'Outage', text: 'Full\n\nThe Disk' }]);
    expect(notes).toEqual([]);
  });

  it('reads mapped columns, and does not also read them as text', async () => {
    const row = { date: day, summary: 'Full', description: 'Disk' };
    const chosen = await noted({ map: { text: ['description'] } }, row);
    expect(chosen.payloads).toMatchObject([{ title: 'Full', text: 'Disk' }]);
    const title = await noted({ map: { title: ['description'] } }, row);
    expect(title.payloads).toMatchObject([{ title: 'Disk', text: 'Full' }]);
  });

  it('reports once which columns are ignored', async () => {
    const row = { title: 'a', text: 'x', created_at: day, started_at: '2026-03-13', severity: 'high', impact: 'high' };
    const { payloads: read, notes } = await noted({}, row, { ...row, title: 'b' });
    expect(read).toMatchObject([{ created: '2026-03-14T00:00:00.000Z' }, { title: 'b' }]);
    expect(notes).toEqual([
      'the column "started_at" is not read where "created_at" is filled; choose with --map created=started_at',
    ]);
  });

  it('keeps the cells of two columns with the same name', async () => {
    const rows = await readText('twice.csv', `title,date,text,text\na,${day},one,two\nb,${day},,two\n`);
    expect(listPayloadsOrSkipReasons(rows)).toMatchObject([{ text: 'one\ntwo' }, { text: 'two' }]);
  });
});

describe('archive dates', () => {
  const reasonOf = async (row: object, options: Partial<ArchiveOptions> = {}) =>
    listPayloadsOrSkipReasons(await readText('dates.jsonl', formatJsonLines({ title: 'a', ...row }), options))[0];

  it('reads a time without a zone as UTC', async () => {
    expect(await reasonOf({ date: '2026-03-14 09:00' })).toMatchObject({ created: '2026-03-14T09:00:00.000Z' });
    expect(await reasonOf({ date: '2026-03-14 09:00:05' })).toMatchObject({ created: '2026-03-14T09:00:05.000Z' });
    expect(await reasonOf({ date: '2026-03-14 24:00' })).toMatch(/"2026-03-14 24:00" cannot be read/u);
  });

  it('reads dates with slashes month first by default, and reports impossible dates', async () => {
    expect(await reasonOf({ date: '03/04/2026' })).toMatchObject({ created: '2026-03-04T00:00:00.000Z' });
    expect(await reasonOf({ date: '03/04/2026' }, { dayFirst: true })).toMatchObject({
      created: '2026-04-03T00:00:00.000Z',
    });
    expect(await reasonOf({ date: '14/03/2026' })).toBe(
      'its "created" date "14/03/2026" cannot be read: dates with slashes are read as MM/DD/YYYY; add --day-first if the day comes first',
    );
    expect(await reasonOf({ date: '03/14/2026' }, { dayFirst: true })).toMatch(/omit it if the month comes first$/u);
    expect(await reasonOf({ date: '31/31/2026' })).toMatch(/use YYYY-MM-DD or MM\/DD\/YYYY/u);
    const resolved = await reasonOf({ date: '03/01/2026', closed: '14/03/2026' });
    expect(resolved).toMatch(/^its "resolved" date .* add --day-first/u);
  });

  it('distinguishes an empty date cell from a missing date column', async () => {
    const text = 'title,date,when\na, ,\n';
    expect(listPayloadsOrSkipReasons(await readText('empty-cell.csv', text))).toEqual([
      'it has no date: the cell "date" is empty',
    ]);
    const mapped = await readText('empty-cell.csv', text, { map: { created: ['when'] } });
    expect(listPayloadsOrSkipReasons(mapped)).toEqual(['it has no date: the cell "when" is empty']);
    expect(await reasonOf({ wann: 'x' })).toMatch(/no column is read as "created"/u);
  });

  it('skips a row with a name or URL that is too long, and names the column', async () => {
    const row = { title: 'x', created: '2026-01-01' };
    expect(await reasonOf({ ...row, repository: 'a'.repeat(5_000) })).toBe(
      'its "repository" is longer than 300 characters',
    );
    expect(await reasonOf({ ...row, url: `https://x.example/${'a'.repeat(5_000)}` })).toBe(
      'its "url" is longer than 2,000 characters',
    );
  });
});

describe('constant columns', () => {
  it('constant columns override the cells of every row', async () => {
    const rows = [
      { date: '2026-03-14', title: 'Revert "Cache prices"', kind: 'incident' },
      { date: '2026-03-15', title: 'Undo it' },
    ];
    const constants = { kind: 'reverted_change', services: 'shop, cart' };
    expect(
      listPayloadsOrSkipReasons(await readText('constants.jsonl', formatJsonLines(...rows), { constants })),
    ).toMatchObject(rows.map(() => ({ kind: 'reverted_change', services: ['shop', 'cart'] })));
  });

  it('rejects unknown constant columns or kinds, and lists the valid ones', async () => {
    const read = (constants: Record<string, string>) => readText('refused.jsonl', '{}', { constants });
    await expect(read({ kind: 'revert' })).rejects.toThrow(
      'The kind "revert" is unknown: choose from incident, failed_deployment, reverted_change',
    );
    await expect(read({ colour: 'red' })).rejects.toThrow('The archive format has no column colour');
  });
});
