import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { expectDocumentedExchanges } from '../testing/expect-documented-exchanges.ts';
import { requestJson } from '../testing/request-json.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const authorised = { authorization: 'Bearer t' };
const sha = (digit: number): string => String(digit).repeat(40);
let emulator: GitHubEmulator;
let merged: string[];
beforeEach(async () => {
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token: 't' });
  const commits = [10, 11].map((hour) => ({
    message: `Branch ${hour}`,
    files: [`src/${hour}.ts`],
    at: `2026-01-01T${hour}:30:00Z`,
  }));
  const made = await emulator.act.mergeBranch({
    repository: 'shop',
    from: sha(1),
    commits,
    at: '2026-01-04T10:00:00Z',
  });
  merged = made.map((commit) => commit.sha);
});
afterEach(async () => {
  expectDocumentedExchanges(emulator.requests());
  await emulator.close();
});

const read = (what: string) => requestJson<Comparison>(`${emulator.url}/repos/acme/shop/${what}`, authorised);
interface Comparison {
  readonly commits: readonly { readonly sha: string }[];
  readonly files?: readonly { readonly filename: string }[];
}
const shas = ({ commits }: Comparison) => commits.map((commit) => commit.sha);

it('the commit list sorts merged commits by their own dates and not by the date of the merge', async () => {
  const list = await requestJson<{ sha: string }[]>(`${emulator.url}/repos/acme/shop/commits`, authorised);
  const [first, second, merge] = merged;
  expect(list.body.map((commit) => commit.sha)).toEqual([merge, sha(3), sha(2), second, first, sha(1)]);
});

it('a comparison lists every commit that is reachable from the head but not from the base, oldest first', async () => {
  const { body } = await read(`compare/${sha(3)}...main`);
  expect(body).toMatchObject({ status: 'ahead', ahead_by: 3, behind_by: 0, total_commits: 3 });
  expect(body).toMatchObject({ base_commit: { sha: sha(3) }, merge_base_commit: { sha: sha(3) } });
  expect(shas(body)).toEqual(merged);
  expect(body.files?.map(({ filename }) => filename)).toEqual(['src/10.ts', 'src/11.ts']);
});

it('a comparison is paginated, with the files on the first page only', async () => {
  const first = await read(`compare/${sha(3)}...main?per_page=2`);
  expect(shas(first.body)).toEqual(merged.slice(0, 2));
  expect(first.body.files).toHaveLength(2);
  const next = /<([^>]+)>; rel="next"/u.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await requestJson<Comparison>(next, authorised);
  expect(shas(second.body)).toEqual(merged.slice(2));
  expect(second.body).toMatchObject({ total_commits: 3 });
  expect(second.body.files).toBeUndefined();
});

it.each([
  ['behind', `main...${sha(3)}`, [0, 3]],
  ['identical', 'main...HEAD', [0, 0]],
  ['diverged', `${sha(2)}...TIP`, [2, 1]],
])(
  'a comparison has the status %s and the counts of commits ahead and behind',
  async (status, basehead, [ahead, behind]) => {
    const { body } = await read(`compare/${basehead.replace('TIP', merged[1] ?? '')}`);
    expect(body).toMatchObject({ status, ahead_by: ahead, behind_by: behind });
  },
);

it('a comparison returns 404 if a commit is unknown, or if its path names only one commit', async () => {
  expect((await read(`compare/${'f'.repeat(40)}...main`)).status).toBe(404);
  expect((await read('compare/main')).status).toBe(404);
});
