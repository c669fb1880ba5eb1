import { z } from 'zod';
import type { StreamReaderOptions } from './stream.ts';

const Tree = z.looseObject({
  /** Whether entries are missing, because the tree has more than GitHub's maximum of 100,000. */
  truncated: z.boolean().default(false),
  tree: z.array(z.looseObject({ path: z.string(), type: z.string(), sha: z.string(), size: z.number().nullish() })),
});

export interface ListedFolderFile {
  readonly path: string;
  readonly sha: string;
  /** Size in bytes; null if unknown. */
  readonly size: number | null;
}

/**
 * Lists the files below a folder (`''` is the root). Reads one folder at a time, because a whole tree can take
 * megabytes.
 */
export async function listFolder(context: StreamReaderOptions, folder: string): Promise<ListedFolderFile[]> {
  let sha = 'HEAD';
  for (const step of folder.split('/').filter((name) => name !== '')) {
    const { tree } = await fetchTree(context, sha, {});
    const below = tree.find(({ path, type }) => type === 'tree' && path === step);
    if (below === undefined) return [];
    sha = below.sha;
  }
  return listBelow(context, sha, folder === '' ? '' : `${folder}/`);
}

/** Lists all files below a tree. A tree that is too large for one response is read folder by folder. */
async function listBelow(context: StreamReaderOptions, sha: string, prefix: string): Promise<ListedFolderFile[]> {
  const whole = await fetchTree(context, sha, { recursive: '1' });
  const { tree } = whole.truncated ? await fetchTree(context, sha, {}) : whole;
  const files: ListedFolderFile[] = [];
  for (const { path, type, sha: entrySha, size } of tree) {
    if (type === 'blob') files.push({ path: `${prefix}${path}`, sha: entrySha, size: size ?? null });
    else if (type === 'tree' && whole.truncated)
      files.push(...(await listBelow(context, entrySha, `${prefix}${path}/`)));
  }
  return files;
}

/** Fetches a tree; empty for a repository without commits, for which GitHub responds with 409. */
async function fetchTree(
  { client, repository }: StreamReaderOptions,
  sha: string,
  parameters: { recursive?: '1' },
): Promise<z.output<typeof Tree>> {
  const request = { url: `/repos/${repository}/git/trees/${sha}`, parameters, what: `the files of ${repository}` };
  const answer = await client.requestIfAny(request, [409], Tree);
  return answer?.data ?? { tree: [], truncated: false };
}
