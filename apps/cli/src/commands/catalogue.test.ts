import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogueEntry } from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

function entry(id: string, values: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    id,
    service: `Service ${id}`,
    repository: 'acme/shop',
    path: null,
    environment: null,
    origin: 'suggestion',
    status: 'suggested',
    score: 0.9,
    evidence: [{ signal: 'service', detail: 'it has the same name', weight: 0.9 }],
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...values,
  };
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const statuses: Readonly<Record<string, CatalogueEntry['status']>> = { confirm: 'confirmed', reject: 'rejected' };

async function run(entries: readonly CatalogueEntry[], ...args: string[]) {
  const asked: Asked[] = [];
  const api = await startSimulatedApi(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://api');
    let text = '';
    for await (const chunk of request) text += chunk;
    asked.push({ method: request.method ?? '', path: url.pathname, body: text === '' ? null : JSON.parse(text) });
    const [, , , id = '', verb = ''] = url.pathname.split('/');
    const found = entries.find((one) => one.id === id);
    if (verb !== '' && found !== undefined)
      sendJson(response, 200, { ...found, status: statuses[verb] ?? 'suggested' });
    else if (id === 'import') sendJson(response, 200, { items: entries, problems: ['unheard-of is like no service'] });
    else if (id === 'suggest') sendJson(response, 202, { asked: true });
    else if (request.method === 'POST') sendJson(response, 201, entries[0]);
    else {
      const status = url.searchParams.get('status');
      const fitting = entries.filter((one) => status === null || one.status === status);
      const from = Number(url.searchParams.get('after') ?? 0);
      const next = from + 2 < fitting.length ? String(from + 2) : null;
      sendJson(response, 200, { items: fitting.slice(from, from + 2), next, total: fitting.length });
    }
  });
  return { ...(await runProgram(api, ['catalogue', ...args])), asked };
}

async function fileOf(name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-catalogue-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

test('catalogue list shows a table with the reason of each entry, and says how to decide', async () => {
  const { out } = await run([entry('a', { path: 'services/a' })], 'list', '--service', 'Service a');
  expect(out).toMatch(/^id +service +repository +environment +status +score +why\n/u);
  expect(out).toMatch(/\na +Service a +acme\/shop:services\/a +– +suggested +0\.90 +it has the same name\n/u);
  expect(out).toContain('1 of 1 entries. To decide: npx refrain catalogue confirm <id>');
});

test('catalogue list without results says whether the catalogue is empty or no entry matches', async () => {
  expect((await run([], 'list')).out).toMatch(/^There are no entries yet/u);
  expect((await run([], 'list', '--status', 'rejected')).out).toMatch(/^No entry matches this search/u);
});

test('catalogue confirm --at-least confirms suggestions with a high score on all pages of results, but no entry that a person has decided', async () => {
  const entries = [
    entry('a'),
    entry('b', { score: 0.4 }),
    entry('c', { score: 0.95 }),
    entry('d', { status: 'rejected', score: 1 }),
  ];
  const { out, asked } = await run(entries, 'confirm', '--at-least', '0.9');
  expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
    '/v1/catalogue/a/confirm',
    '/v1/catalogue/c/confirm',
  ]);
  expect(out).toContain('2 confirmed.');
});

test('catalogue reject rejects entries by id, and requires at least one id', async () => {
  expect((await run([entry('a')], 'reject', 'a')).out).toContain('1 rejected.');
  expect((await run([entry('a', { status: 'rejected' })], 'undecide', 'a')).out).toContain('1 to be decided.');
  await expect(run([entry('a')], 'reject')).rejects.toThrow('Specify the ids of the entries to reject');
});

test('catalogue add adds an entry, and suggest requests suggestions', async () => {
  const { asked } = await run([entry('a')], 'add', 'Cart', 'acme/shop', '--path', 'services/cart');
  expect(asked[0]?.body).toEqual({
    service: 'Cart',
    repository: 'acme/shop',
    path: 'services/cart',
    environment: null,
  });
  expect((await run([], 'suggest')).out).toContain('catalogue list --status suggested');
});

test('catalogue import sends a file with its repository, and prints the unused entries', async () => {
  const file = await fileOf('CODEOWNERS', '* @acme/cart');
  const { out, asked } = await run([entry('a')], 'import', file, '--repository', 'acme/shop');
  expect(asked).toEqual([
    {
      method: 'POST',
      path: '/v1/catalogue/import',
      body: { path: 'CODEOWNERS', text: '* @acme/cart', repository: 'acme/shop', confirm: false },
    },
  ]);
  expect(out).toContain('1 entry, 0 confirmed.\nNot used:\n  unheard-of is like no service\n');
  await expect(run([], 'import', '/nowhere/catalog-info.yaml')).rejects.toThrow('There is no file');
  const long = await fileOf('catalog-info.yaml', ' '.repeat(1_000_000));
  await expect(run([], 'import', long)).rejects.toThrow('is longer than 900 KB');
});

test('catalogue export prints the confirmed entries of all pages of results in the format of Backstage', async () => {
  const entries = ['a', 'b', 'c'].map((id) => entry(id, { status: 'confirmed' }));
  const { out } = await run([...entries, entry('d')], 'export');
  expect(out.match(/kind: Component/gu)).toHaveLength(3);
  expect(out).toContain('github.com/project-slug: acme/shop');
});
