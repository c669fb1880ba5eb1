import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { expectDocumentedExchanges } from '../testing/expect-documented-exchanges.ts';
import { requestJson } from '../testing/request-json.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const authorised = { authorization: 'Bearer t' };
const former = 'docs/postmortems/2026-01.md';
const path = 'docs/incidents/2026-01.md';
let emulator: GitHubEmulator;
beforeEach(async () => {
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token: 't' });
});
afterEach(async () => {
  expectDocumentedExchanges(emulator.requests());
  await emulator.close();
});

const read = async (what: string) =>
  (await requestJson<never>(`${emulator.url}/repos/acme/shop/${what}`, authorised)).body as unknown;

it('a commit that moves a file keeps the content and names the former path', async () => {
  const { sha } = await emulator.act.moveFile({ repository: 'shop', path: former, to: path });
  expect(await read(`commits/${sha}`)).toMatchObject({
    files: [{ filename: path, previous_filename: former, status: 'renamed', changes: 0 }],
    stats: { total: 0 },
  });
  expect(await read(`contents/${path}`)).toMatchObject({ size: 37 });
  expect(await read(`contents/${former}`)).toMatchObject({ status: '404' });
  const { tree } = (await read('git/trees/main?recursive=1')) as { tree: { path: string }[] };
  expect(tree.map((entry) => entry.path)).toEqual(expect.arrayContaining([path]));
  expect(tree.map((entry) => entry.path)).not.toContain(former);
  for (const changed of [path, former, 'docs/postmortems']) {
    expect(await read(`commits?path=${changed}`)).toMatchObject([{ sha }]);
  }
  await expect(emulator.act.moveFile({ repository: 'shop', path: former, to: path })).rejects.toThrow(/no file/u);
});

it('the files of a pull request that moves a file name the former path', async () => {
  const { number } = await emulator.act.mergePull({
    repository: 'shop',
    files: ['src/b.ts', 'src/c.ts'],
    formerNames: { 'src/b.ts': 'src/a.ts' },
  });
  expect(await read(`pulls/${number}/files`)).toMatchObject([
    { filename: 'src/b.ts', status: 'renamed', previous_filename: 'src/a.ts' },
    { filename: 'src/c.ts', status: 'modified' },
  ]);
  expect(await read('contents/src/a.ts')).toMatchObject({ status: '404' });
});
