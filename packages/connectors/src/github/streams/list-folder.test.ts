import { defaultConnectionScope } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import type { startTestServer } from '../../testing.ts';
import { createGitHubTestServers } from '../testing.ts';
import { listFolder } from './list-folder.ts';

const signal = new AbortController().signal;
const { clientOn, closeAll } = createGitHubTestServers();
afterEach(closeAll);

const blob = (path: string) => ({ path, type: 'blob', sha: `sha of ${path}`, size: 10 });
const tree = (path: string) => ({ path, type: 'tree', sha: `tree-${path}` });
const trees: Record<string, object[]> = {
  HEAD: [tree('docs'), blob('pm'), blob('x.md')],
  'tree-docs': [tree('pm'), blob('y.md')],
  'tree-pm': [blob('a.md'), tree('2024'), blob('2024/b.md')],
};

async function listFrom(folder: string, answer: Parameters<typeof startTestServer>[0]) {
  const { client, server } = await clientOn(answer);
  const context = { client, repository: 'acme/docs', scope: defaultConnectionScope, download: fetch, signal };
  return { files: await listFolder(context, folder), server };
}

describe('listFolder', () => {
  const answer: Parameters<typeof startTestServer>[0] = ({ url }) => ({
    body: { tree: trees[url.pathname.split('/').at(-1) ?? ''] },
  });

  it('returns the paths of files in a nested folder relative to the root', async () => {
    const { files, server } = await listFrom('docs/pm', answer);
    expect(files).toEqual([
      { path: 'docs/pm/a.md', sha: 'sha of a.md', size: 10 },
      { path: 'docs/pm/2024/b.md', sha: 'sha of 2024/b.md', size: 10 },
    ]);
    expect(server.requests.map(({ url }) => url.searchParams.has('recursive'))).toEqual([false, false, true]);
  });

  it('reads a folder in parts if it is too large for one response', async () => {
    const { files } = await listFrom('', ({ url }) => {
      const isCut = url.pathname.endsWith('/HEAD') && url.searchParams.has('recursive');
      const all = trees[url.pathname.split('/').at(-1) ?? ''] ?? [];
      return { body: isCut ? { tree: all.slice(0, 1), truncated: true } : { tree: all } };
    });
    expect(files.map(({ path }) => path)).toEqual(['docs/y.md', 'pm', 'x.md']);
  });

  it('returns all files of the root, and none for a missing folder, a file or an empty repository', async () => {
    expect((await listFrom('', answer)).files.map(({ path }) => path)).toEqual(['pm', 'x.md']);
    expect((await listFrom('docs/none', answer)).files).toEqual([]);
    expect((await listFrom('pm', answer)).files).toEqual([]);
    expect((await listFrom('pm', () => ({ status: 409, body: {} }))).files).toEqual([]);
  });
});
