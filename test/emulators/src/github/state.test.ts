import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { requestJson } from '../testing/request-json.ts';
import { startGitHubEmulator } from './start-github-emulator.ts';

const folder = mkdtempSync(join(tmpdir(), 'emulator-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const authorised = { authorization: 'Bearer t' };

it('the GitHub emulator continues from its state file and leaves no temporary file behind', async () => {
  const world = createSmallWorld().github;
  const stateFile = join(folder, 'state', 'github.json');
  const first = await startGitHubEmulator({ world, token: 't', stateFile });
  await requestJson(`${first.url}/repos/acme/shop/issues`, authorised, 'POST', { title: 'Kept', labels: ['refrain'] });
  await requestJson(`${first.url}/repos/acme/shop/issues/8/comments`, authorised, 'POST', { body: 'Kept too' });
  await first.act.runFinished({ repository: 'shop', conclusion: 'failure' });
  await first.act.writeFile({ repository: 'shop', path: 'docs/new.md', content: 'New' });
  await first.act.moveFile({ repository: 'shop', path: 'docs/new.md', to: 'docs/moved.md' });
  const app = await first.act.installApp({ permissions: { issues: 'read' } });
  await first.act.rename({ repository: 'shop', name: 'store' });
  const pull = await first.mergePull({ repository: 'search', title: 'New', files: ['x'] });
  await first.close();
  expect(world).toEqual(createSmallWorld().github);
  expect(readdirSync(join(folder, 'state'))).toEqual(['github.json']);
  expect(statSync(stateFile).mode & 0o077).toBe(0);

  const second = await startGitHubEmulator({ world, token: 't', stateFile });
  const read = async (path: string) => (await requestJson(`${second.url}/repos/acme/${path}`, authorised)).body;
  expect(await read('shop/issues/8')).toMatchObject({ title: 'Kept', comments: 1 });
  expect(await read('shop/labels/refrain')).toMatchObject({ name: 'refrain' });
  expect(await read(`search/pulls/${pull.number}`)).toMatchObject({ merged: true });
  expect(await read('search/commits')).toMatchObject([{ sha: pull.mergeCommitSha }]);
  expect(await read('store/actions/runs?status=failure')).toMatchObject({ total_count: 2 });
  expect(await read('store/contents/docs/moved.md')).toMatchObject({ size: 3 });
  expect(await read('store/contents/docs/new.md')).toMatchObject({ status: '404' });
  expect((await requestJson(`${second.url}/apps/${app.slug}`, {})).body).toMatchObject({ installations_count: 1 });
  const next = await requestJson(`${second.url}/repos/acme/shop/issues`, authorised, 'POST', { title: 'Next' });
  expect(next.body).toMatchObject({ number: 9 });
  await second.close();
});
