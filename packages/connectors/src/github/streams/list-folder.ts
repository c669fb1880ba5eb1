import { z } from 'zod';
import type { StreamContext } from './stream.ts';

const Tree = z.looseObject({
  /** GitHub returns at most 100,000 entries per response. */
  truncated: z.boolean().default(false),
  tree: z.array(z.looseObject({ path: z.string(), type: z.string(), sha: z.string(), size: z.number().nullish() })),
});

export interface ListedBlob {
  /** From the root of the repository. */
  readonly path: string;
  readonly sha: string;
  /** In bytes; null if unknown. */
  readonly size: number | null;
}

/**
 * Lists the files below a folder of the default branch at any depth; empty without such a folder or any commit. Walks
 * down from the root, with 1 request for each step and 1 for the folder, because the tree of a large repository takes
 * megabytes. A folder of more than 100,000 files takes more.
 * @param folder `''` is the root
 */
export async function listFolder(context: StreamContext, folder: string): Promise<ListedBlob[]> {
  let sha = 'HEAD';
  for (const step of folder.split('/').filter((name) => name !== '')) {
    const { tree } = await fetchTree(context, sha, {});
    const below = tree.find(({ path, type }) => type === 'tree' && path === step);
    if (below === undefined) return [];
    sha = below.sha;
  }
  return listBelow(context, sha, folder === '' ? '' : `${folder}/`);
}

/** Lists all files below a tree. A tree that is too large for one response is read by its parts. */
async function listBelow(context: StreamContext, sha: string, prefix: string): Promise<ListedBlob[]> {
  const whole = await fetchTree(context, sha, { recursive: '1' });
  const { tree } = whole.truncated ? await fetchTree(context, sha, {}) : whole;
  const files: ListedBlob[] = [];
  for (const { path, type, sha: entrySha, size } of tree) {
    if (type === 'blob') files.push({ path: `${prefix}${path}`, sha: entrySha, size: size ?? null });
    else if (type === 'tree' && whole.truncated)
      files.push(...(await listBelow(context, entrySha, `${prefix}${path}/`)));
  }
  return files;
}

/** 409 is a repository without commits. */
async function fetchTree(
  { client, repository, signal }: StreamContext,
  sha: string,
  parameters: { recursive?: '1' },
): Promise<z.output<typeof Tree>> {
  const request = { url: `/repos/${repository}/git/trees/${sha}`, parameters, what: `the files of ${repository}` };
  const answer = await client.requestIfAny(request, [409], Tree, signal);
  return answer?.data ?? { tree: [], truncated: false };
}
