import { defaultConnectionScope } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { providers } from '../../registry/providers.ts';
import { createGitHubTestServers } from '../testing.ts';
import { postMortemReader } from './post-mortem-reader.ts';

const { readRecord } = providers;

const signal = new AbortController().signal;
const { clientOn, closeAll } = createGitHubTestServers();
afterEach(closeAll);

const root = '/repos/acme/docs';
const date = '2024-05-02T10:00:00Z';
const commit = { message: 'Move', author: { name: 'Jo', date }, committer: { name: 'Jo', date } };
const content = Buffer.from('# Queue was full\n\nOn 2024-05-01 the queue was full.').toString('base64');

/** Syncs a folder whose last commit renamed `old.md` to each of these files. */
async function syncOf(files: string[]) {
  const { client, server } = await clientOn(({ url }) => {
    const path = url.pathname.slice(root.length);
    if (path === '/commits') return { body: [{ sha: 'c1', commit }] };
    if (path === '/commits/c1')
      return { body: { files: files.map((filename) => ({ filename, previous_filename: 'old.md' })) } };
    if (path.startsWith('/git/trees/'))
      return { body: { tree: files.map((name, sha) => ({ path: name, type: 'blob', sha: String(sha), size: 50 })) } };
    return { body: { content, encoding: 'base64' } };
  });
  const scope = { ...defaultConnectionScope, postmortemFolders: ['acme/docs'] };
  const context = { client, repository: 'acme/docs', scope, download: fetch, signal };
  const request = { stream: 'postmortems:acme/docs', cursor: null, since: date };
  const told = async (more: object) =>
    (await postMortemReader.pull(context, { ...request, ...more })).records.flatMap((record) =>
      readRecord('github', record).failures.map(({ externalId, isFailure }) => [
        externalId.split('/').at(-1),
        isFailure,
      ]),
    );
  return { server, told };
}
const sync = { findKnown: async () => new Set<string>() };

describe('a renamed post-mortem', () => {
  it('a renamed post-mortem is one failure, and the failure of the former path is withdrawn', async () => {
    const { told } = await syncOf(['new.md']);
    expect(await told(sync)).toEqual([
      ['new.md', true],
      ['old.md', false],
    ]);
  });

  it('a post-mortem that still exists under the former path is kept', async () => {
    const { told } = await syncOf(['new.md', 'old.md']);
    expect(await told(sync)).toEqual([
      ['old.md', true],
      ['new.md', true],
    ]);
  });

  it('a backfill does not look up former paths', async () => {
    const { server, told } = await syncOf(['new.md']);
    expect(await told({})).toEqual([['new.md', true]]);
    expect(server.requests.some(({ url }) => url.pathname.endsWith('/c1'))).toBe(false);
  });
});
