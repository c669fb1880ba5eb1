import { mkdir, mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore, type Store } from '@refrain/store';
import { cleanUpAfterTest } from '@refrain/store/under-test';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { pollUntil } from './poll-until.ts';
import { type CommandResult, runCommand } from './run-command.ts';
import { type RunningRefrain, startRefrain } from './start-refrain.ts';

/** A running Refrain in which these tests store nothing. */
const refrain = await startRefrain();
const store = openStore(refrain);
const folder = await mkdtemp(join(tmpdir(), 'refrain-command-'));
afterAll(() => rm(folder, { recursive: true }));

function openStore({ databaseUrl }: RunningRefrain): Store {
  const opened = createStore({ databaseUrl, encryptionKey: Buffer.alloc(32, 7) });
  cleanUpAfterTest(() => opened.close());
  return opened;
}

const cliEnv = { REFRAIN_URL: refrain.url, REFRAIN_TOKEN: refrain.token };
const run = (...args: string[]) => runCommand(args, cliEnv);

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

const incident = (id: number) => ({ id, title: `Outage ${id}`, text: 'The disk was full', date: '2026-01-02' });
const jsonLines = (...rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const good = await file('good.jsonl', jsonLines(incident(1), incident(2)));

function expectOneLine({ code, stdout, stderr }: CommandResult, exitCode: number, ...named: (string | RegExp)[]): void {
  expect(stderr).toMatch(/^refrain: [^\n]+\n$/u);
  for (const part of named) expect(stderr).toMatch(part);
  expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' });
}

async function expectNothingStored(): Promise<void> {
  expect(await store.connections.list()).toEqual([]);
  expect(await store.inbox.count()).toBe(0);
}

describe('CLI commands reject bad input and store nothing', () => {
  afterEach(expectNothingStored);

  const cases: [what: string, path: () => Promise<string>, args: string[], named: (string | RegExp)[]][] = [
    [
      'a column that is not in the file',
      async () => good,
      ['--map', 'text=nope'],
      [/No row has the column "nope": choose from "id", "title", "text", "date"/u],
    ],
    [
      'a mapping to an unknown column',
      async () => good,
      ['--map', 'colour=text'],
      [/The archive format has no column colour: choose from id, title, text, created/u],
    ],
    [
      'a table without a known column',
      () => file('strange.csv', 'wann,was\n2026-01-02,Ausfall\n'),
      [],
      [/Nothing in .*strange\.csv can be imported: line 2: .*; name your columns with --map/u],
    ],
    [
      'dates with the day first',
      () => file('day-first.csv', 'date,title\n14/03/2026,Ausfall\n'),
      [],
      [/line 2: .* slashes are read as MM\/DD\/YYYY; add --day-first if the day comes first\n$/u],
    ],
    [
      'a date cell that is empty',
      () => file('dateless.csv', 'date,title\n,Ausfall\n'),
      [],
      [/line 2: it has no date: the cell "date" is empty; correct it and try again\n$/u],
    ],
    [
      'a malformed --map',
      async () => good,
      ['--map', 'nonsense'],
      ['--map nonsense: write <refrain-column>=<file-column>', '--map text=summary'],
    ],
    [
      'a broken line after many good ones',
      () => file('broken.jsonl', `${jsonLines(...Array.from({ length: 2_000 }, (_, id) => incident(id)))}{"id": 3, `),
      [],
      [/Line 2001 of .*broken\.jsonl is not a JSON object: correct it, or skip broken lines with --skip-broken/u],
    ],
    ['an empty file', () => file('empty.jsonl', ''), [], [/empty\.jsonl has no rows, so there is nothing to import/u]],
    ['a table without rows', () => file('head.csv', 'id,title,date\n'), [], [/head\.csv is empty/u]],
    [
      'a quote that is never closed',
      () => file('quote.csv', 'id,title,date\n1,"Outage,2026-01-02\n2,Other,2026-01-03\n'),
      [],
      [/The row at line \d+ of .*quote\.csv is not valid CSV \(CSV_QUOTE_NOT_CLOSED\): check its quotes/u],
    ],
    [
      'a row with too few cells',
      () => file('cells.csv', 'id,title,date\n1,Outage,2026-01-02\n2,Other\n'),
      [],
      [/Line 3 of .*cells\.csv is broken: it has 2 cells instead of 3; correct it, or .* with --skip-broken/u],
    ],
    [
      'a file that does not exist',
      async () => join(folder, 'absent.jsonl'),
      [],
      [/absent\.jsonl does not exist: check the path/u],
    ],
    [
      'an unknown file type',
      () => file('a.xlsx', 'PK'),
      [],
      [/a\.xlsx has an unsupported file type: use a \.jsonl, \.ndjson or \.csv file, or a folder of Markdown files/u],
    ],
    [
      'a folder without Markdown',
      () => file('pictures/a.png', 'x').then(() => join(folder, 'pictures')),
      [],
      [/pictures contains no Markdown files: specify a folder of \.md post-mortems/u],
    ],
    [
      'post-mortems with broken front matter',
      () => file('wiki/a.md', '---\n- Outage\n---\n# Outage\n').then(() => join(folder, 'wiki')),
      [],
      [
        /a\.md cannot be read: its front matter is not a YAML mapping\. Correct it, or skip broken lines with --skip-broken/u,
      ],
    ],
  ];

  test.each(cases)('import rejects %s', async (_what, path, args, named) => {
    expectOneLine(await run('import', await path(), ...args), 2, ...named);
  });

  test.each([
    ['jsonl', '{"title":"', '"}\n'],
    ['csv', 'id,title,date\n1,"', '",2026-01-02\n'],
  ])('import rejects a line of 200 MB in a .%s file within 300 MB of memory', async (extension, before, after) => {
    const path = await file(`long.${extension}`, before);
    const handle = await open(path, 'a');
    const megabyte = 'x'.repeat(1024 * 1024);
    for (let index = 0; index < 200; index += 1) await handle.write(megabyte);
    await handle.write(after);
    await handle.close();
    const refused = await run('import', path);
    expectOneLine(refused, 2, /line [12] of .* is longer than 10 MB: shorten or remove it/iu);
    const skipping = await run('import', path, '--skip-broken');
    expectOneLine(skipping, 2, /10 MB/u);
    for (const { peakMegabytes } of [refused, skipping]) {
      expect(peakMegabytes).toBeGreaterThan(20);
      expect(peakMegabytes).toBeLessThan(300);
    }
    await rm(path);
  });

  test('import rejects a post-mortem of 200 MB within 300 MB of memory', async () => {
    await truncate(await file('huge/a.md', '# Outage 2026-01-02\n'), 200 * 1024 * 1024);
    const refused = await run('import', join(folder, 'huge'));
    expectOneLine(refused, 2, /a\.md is longer than 10 MB: shorten or remove it/u);
    expect(refused.peakMegabytes).toBeLessThan(300);
  });

  test('the CLI rejects an unknown token without printing it', async () => {
    const wrong = await runCommand(['import', good], { ...cliEnv, REFRAIN_TOKEN: 'rfr_canary' });
    expectOneLine(wrong, 3, /This token is unknown or has expired. Create a new token/u);
    expect(wrong.stderr).not.toContain('rfr_canary');
  });

  test('the CLI rejects a token with invalid characters', async () => {
    const wrong = await runCommand(['import', good], { ...cliEnv, REFRAIN_TOKEN: 'can\u00e4ry' });
    expectOneLine(wrong, 2, /token: is empty, or contains characters that no token has/u);
  });

  test('the CLI names the host that it cannot reach, by IP address or by name', async () => {
    for (const [url, code] of [
      ['http://127.0.0.1:9', ''],
      ['http://nowhere.invalid', String.raw` \((?:ENOTFOUND|EAI_AGAIN)\)`],
    ] as const) {
      const lost = await runCommand(['import', good], { ...cliEnv, REFRAIN_URL: url });
      expectOneLine(lost, 3, new RegExp(`Refrain did not respond at ${url}${code}\\. Check that it is running`, 'u'));
    }
  });

  test('the CLI reports a missing token and an invalid URL', async () => {
    const odd = await runCommand(['patterns'], { ...cliEnv, REFRAIN_URL: 'localhost' });
    expectOneLine(odd, 2, /url: must be an http or https address, such as http:/u);
    const tokenless = await runCommand(['patterns'], { REFRAIN_URL: refrain.url });
    expectOneLine(
      tokenless,
      2,
      `There is no token for ${refrain.url}. Set REFRAIN_TOKEN`,
      /npm start.*POST \/v1\/tokens/u,
    );
    expectOneLine(
      await runCommand(['patterns']),
      2,
      /No running Refrain was found\. Start one here .* --url and --token/u,
    );
  });

  test('connect rejects a missing, unreadable or unusable credential without printing it', async () => {
    const account = ['connect', 'github', '--account', 'acme'];
    expectOneLine(
      await run(...account),
      2,
      /Pass --credential-file, set REFRAIN_CREDENTIAL, or connect through an App/u,
    );
    const absent = join(folder, 'no-such-file');
    expectOneLine(await run(...account, '--credential-file', absent), 2, /Cannot read .*no-such-file/u);
    const credential = { ...cliEnv, REFRAIN_CREDENTIAL: 'canary-credential' };
    const lost = await runCommand([...account, '--base-url', 'http://127.0.0.1:9'], credential);
    expectOneLine(lost, 3, /127\.0\.0\.1:9/u);
    expect(lost.stderr).not.toContain('canary');
  });

  test.each([
    [['import'], "missing required argument 'path' (see --help)"],
    [['import', 'x.csv', '--mpa', 'a=b'], "unknown option '--mpa' (Did you mean --map?) (see --help)"],
    [['improt'], "unknown command 'improt' (Did you mean import?) (see --help)"],
    [['connect', 'gitlab'], /unknown command 'gitlab' .*\(see --help\)/u],
    [['connect', 'github'], "required option '--account <name>' not specified (see --help)"],
    [['patterns', '--limit', 'many'], "'many' is invalid. Enter a whole number from 1 to 200. (see --help)"],
    [['failures', '--kind', 'bug'], 'Allowed choices are incident, failed_deployment, reverted_change. (see --help)'],
    [
      ['backfill', '--since', '2999-01-01'],
      "argument '2999-01-01' is invalid. The time is in the future. Enter a past date or timestamp. (see --help)",
    ],
    [['completeness', '--since', '2999-01-01'], 'Enter a past date or timestamp. (see --help)'],
    [['help', 'conect'], "unknown command 'conect' (see --help)"],
    [
      ['backfill', '--since', '2026-02-30'],
      'Enter a date or timestamp such as 2026-01-31 or 2026-01-31T08:00:00Z. (see --help)',
    ],
  ])('the CLI explains the wrong usage %j in one line', async (args, named) => {
    expectOneLine(await run(...args), 2, named);
  });

  test('the CLI reports that a connection or pattern does not exist', async () => {
    expectOneLine(
      await run('backfill', 'nope'),
      1,
      'There is no connection nope. List all connections with npx refrain doctor',
    );
    expectOneLine(await run('backfill'), 1, 'No account is connected. Run npx refrain connect first.');
    expectOneLine(await run('patterns', '../../v1'), 1, 'There is no pattern ../../v1.');
  });

  test('a dry run lists what import would store and what it would skip', async () => {
    const mixed = await file('mixed.jsonl', `${jsonLines(incident(1), { title: 'No date' }, incident(2))}broken\n`);
    const dry = await runCommand(['import', mixed, '--dry-run', '--json', '--skip-broken']);
    expect({ code: dry.code, stderr: dry.stderr }).toEqual({ code: 0, stderr: '' });
    expect(dry.stdout).toMatch(/^[^\n]+\n$/u);
    expect(JSON.parse(dry.stdout)).toEqual({
      path: mixed,
      records: 2,
      skipped: [
        { line: 2, reason: expect.stringContaining('it has no date') },
        { line: 4, reason: 'it is not a JSON object' },
      ],
      problems: [expect.objectContaining({ lines: [2] }), expect.objectContaining({ lines: [4] })],
      notes: [],
      comparison: null,
      notCompared: expect.any(String),
      dryRun: true,
    });
    const text = await run('import', mixed, '--dry-run', '--skip-broken');
    expect(text.stdout).toMatch(
      /^Dry run: 2 records read from .*, 2 skipped:\n {2}line 2: .*\n {2}line 4: .*\n2 of 2 records are new\.\n$/u,
    );
  });
});

test('import resolves a path from the folder in which npm was called, and reads columns separated by semicolons and day-first dates', async () => {
  await file('europe.csv', 'Datum;summary;description\n14/03/2026;Ausfall;Platte voll, kein Alarm\n');
  const args = ['import', 'europe.csv', '--map', 'created=Datum', '--day-first', '--dry-run', '--json'];
  const { code, stdout, stderr } = await runCommand(args, { INIT_CWD: folder });
  expect({ code, stderr, ...JSON.parse(stdout) }).toMatchObject({ code: 0, stderr: '', records: 1, skipped: [] });
});

test('the help of import says which rows abort the import and which are skipped', async () => {
  const { stdout } = await runCommand(['import', '--help']);
  expect(stdout).toMatch(
    /not a JSON object, a CSV row .* stop the import\.\nWith --skip-broken, they are skipped and listed/u,
  );
  expect(stdout).toMatch(/A row without title and text, without a readable date.* is\s+always skipped and listed\./su);
});

test.each([
  '',
  'import',
  'connect',
  'connect github',
  'connect pagerduty',
  'backfill',
  'patterns',
  'failures',
  'seen',
  'completeness',
  'doctor',
])('`refrain %s --help` has an example and the exit codes', async (command) => {
  const { code, stdout, stderr } = await runCommand([...command.split(' ').filter((word) => word !== ''), '--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(new RegExp(`^ {2}.*refrain ${command}`, 'mu'));
  expect(stdout).toMatch(/Exit codes:\n +0 .*\n +1 .*\n +2 .*\n +3 /u);
});

test('the CLI imports each file once, and lists and searches its failures after ingestion', async () => {
  const instance = await startRefrain();
  const ownStore = openStore(instance);
  const runHere = (...args: string[]) => runCommand(args, { REFRAIN_URL: instance.url, REFRAIN_TOKEN: instance.token });

  // The worker does not run, so all imported records stay unparsed and can be counted.
  await instance.kill('ingest-worker');
  await importsFileOnce();
  await importsFolderAndMappedTable();
  await instance.start('ingest-worker');
  await instance.waitUntilIdle();
  await listsWhatWasImported();
  await stripsControlCharacters();

  async function importsFileOnce(): Promise<void> {
    const path = await file('own/good.jsonl', jsonLines(incident(1), incident(2)));
    const first = await runHere('import', path, '--json');
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
    const { connectionId, ...counts } = JSON.parse(first.stdout);
    const existing = { records: 0, sources: [] };
    const read = { path, records: 2, skipped: [], problems: [], notes: [] };
    expect(counts).toEqual({ ...read, stored: 2, changed: 0, known: 0, existing });
    expect(await ownStore.connections.list()).toMatchObject([
      { id: connectionId, provider: 'archive', account: 'good' },
    ]);
    expect(await ownStore.inbox.countUnprocessed(connectionId)).toBe(2);

    expect(JSON.parse((await runHere('import', path, '--json')).stdout)).toMatchObject({ stored: 0, known: 2 });
    expect(await ownStore.inbox.countUnprocessed()).toBe(2);

    await file('own/good.jsonl', jsonLines(incident(1), incident(2), incident(3)));
    const dry = await runHere('import', path, '--dry-run');
    expect(dry.stdout).toMatch(/, 0 skipped\.\n1 of 3 records is new; 2 would stay unchanged\.\n$/u);
    const grown = await runHere('import', path);
    expect(grown.stdout).toMatch(
      /^3 records read from .*, 0 skipped\.\n1 of 3 records is new in the archive good \(\S+\); 2 stayed unchanged\.\n/u,
    );
    expect(await ownStore.inbox.countUnprocessed()).toBe(3);
  }

  async function importsFolderAndMappedTable(): Promise<void> {
    await file('notes/2026-01-02-disk-full.md', '# Disk full\n\nNobody had an alert.\n');
    await file('notes/deeper/b.md', '---\ntitle: Queue stuck\ndate: 2026-02-03\n---\nThe consumer had died.\n');
    const notes = await runHere('import', join(folder, 'notes'), '--json');
    expect(JSON.parse(notes.stdout)).toMatchObject({ records: 2, stored: 2, skipped: [] });
    const table = await file('own.csv', 'wann;x,was\n2026-01-02,"Aus, mit ""Zitat""\nund Zeile"\n');
    const own = await runHere(
      'import',
      table,
      '--name',
      'Eigene Liste',
      '--map',
      'created=wann;x',
      '--map',
      'title=was',
      '--json',
    );
    expect(JSON.parse(own.stdout)).toMatchObject({ records: 1, stored: 1 });
    const names = (await ownStore.connections.list()).map(({ account }) => account);
    expect(names).toEqual(expect.arrayContaining(['notes', 'Eigene Liste']));
  }

  async function listsWhatWasImported(): Promise<void> {
    const listed = await runHere('failures', '--json', '--limit', '2');
    expect(listed.stdout).toMatch(/^[^\n]+\n$/u);
    const { items, total } = JSON.parse(listed.stdout);
    expect({ shown: items.length, total }).toEqual({ shown: 2, total: 6 });
    const one = await runHere('failures', items[0].id, '--json');
    expect(JSON.parse(one.stdout)).toMatchObject({ id: items[0].id, links: [] });
    expect((await runHere('failures')).stdout).toContain('6 of 6 failures.');
    const patterns = await runHere('patterns', '--json');
    expect(JSON.parse(patterns.stdout)).toMatchObject({ items: expect.any(Array), total: expect.any(Number) });
    const answer = await pollUntil(
      () => runHere('seen', 'The queue is stuck', '--json', '--limit', '1'),
      ({ stdout }) => JSON.parse(stdout).searched === 6,
    );
    expect(answer.stdout).toMatch(/^[^\n]+\n$/u);
    expect(JSON.parse(answer.stdout)).toMatchObject({
      matches: [{ failure: { title: 'Queue stuck' } }],
      complete: true,
    });
    expect((await runHere('seen', items[0].id)).stdout).toContain(`Failure: ${items[0].title}\n`);
    expect(await runHere('seen', 'zebra')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Not seen before /u),
    });
    expectOneLine(await runHere('seen', 'https://acme.example/incidents/P1'), 1, 'search by text');
    const doctor = await runHere('doctor', '--json');
    expect(doctor.stdout).toMatch(/^[^\n]+\n$/u);
    expect(JSON.parse(doctor.stdout).findings.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([]);
    expect(doctor.code).toBe(0);
  }

  async function stripsControlCharacters(): Promise<void> {
    const path = await file('steer.jsonl', jsonLines({ ...incident(9), title: 'Wipe \u001b[2J\u009b2J \u202Eit' }));
    const { code } = await runHere('import', path, '--json');
    expect(code).toBe(0);
    await instance.waitUntilIdle();
    const { stdout } = await runHere('failures', '--query', 'Wipe');
    expect(stdout).toContain('Wipe');
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  }
});
