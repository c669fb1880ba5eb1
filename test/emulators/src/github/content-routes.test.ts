import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { requestJson } from '../testing/request-json.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const authorised = { authorization: 'Bearer t' };
const path = 'docs/postmortems/2026-01.md';
let emulator: GitHubEmulator;
beforeAll(async () => {
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token: 't' });
});
afterAll(() => emulator.close());

const read = (what: string, headers = {}) =>
  requestJson<never>(`${emulator.url}/repos/acme/shop/${what}`, { ...authorised, ...headers });
interface Tree {
  readonly tree: readonly { readonly path: string; readonly type: string; readonly sha: string }[];
}

it('the emulator returns a file as base64, or unencoded on request', async () => {
  const { body } = await read(`contents/${path}`);
  const { content, size, sha } = body as { content: string; size: number; sha: string };
  expect(Buffer.from(content, 'base64').toString()).toBe('# Checkout failed\n\nIt was the cache.\n');
  expect(size).toBe(37);
  // Output of `git hash-object` for the file.
  expect(sha).toBe('d089985c3c22004fd1d079c224009692367f0804');
  const raw = await fetch(`${emulator.url}/repos/acme/shop/contents/${path}`, {
    headers: { ...authorised, accept: 'application/vnd.github.raw+json' },
  });
  expect(await raw.text()).toContain('It was the cache.');
});

it('the emulator lists one folder, one level of a tree, or a whole tree', async () => {
  const folder = (await read('contents/docs')).body as { path: string; type: string }[];
  expect(folder.map((entry) => [entry.path, entry.type])).toEqual([
    ['docs/b.md', 'file'],
    ['docs/postmortems', 'dir'],
  ]);
  const whole = (await read('git/trees/main?recursive=1')).body as Tree;
  expect(whole.tree.map((entry) => entry.path)).toEqual([
    'docs',
    'docs/b.md',
    'docs/postmortems',
    path,
    'src',
    'src/a.ts',
  ]);
  const root = (await read(`git/trees/${'3'.repeat(40)}`)).body as Tree;
  expect(root.tree.map((entry) => entry.path)).toEqual(['docs', 'src']);
  const docs = (await read(`git/trees/${root.tree[0]?.sha}`)).body as Tree;
  expect(docs.tree.map((entry) => entry.path)).toEqual(['b.md', 'postmortems']);
});

it.each(['contents/nothing', 'contents/src/a.ts?ref=nowhere', `git/trees/${'f'.repeat(40)}`])(
  'the emulator returns 404 for the missing path %s',
  async (what) => {
    expect((await read(what)).status).toBe(404);
  },
);
