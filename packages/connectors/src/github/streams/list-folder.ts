import { z } from 'zod';
import type { StreamContext } from './stream.ts';

const Tree = z.looseObject({
  /** GitHub tells no more than 100,000 entries at once. */
  truncated: z.boolean().default(false),
  tree: z.array(z.looseObject({ path: z.string(), type: z.string(), sha: z.string(), size: z.number().nullish() })),
});

export interface ListedBlob {
  /** From the root of the repository. */
  readonly path: string;
  readonly sha: string;
  /** In bytes; null where it is not told. */
  readonly size: number | null;
}

/**
 * The files below a folder of the default branch, in whatever depth; none where there is no such folder or no commit. Walks
 * down from the root, 1 request for each step and 1 for the folder, since the tree of a large repository weighs megabytes;
 * more only for a folder of more than 100,000 files.
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

/** All files below a tree; one that is too large to be told at once is told by its parts. */
async function listBelow(context: StreamContext, sha: string, prefix: string): Promise<ListedBlob[]> {
  const whole = await fetchTree(context, sha, { recursive: '1' });
  const { tree } = whole.truncated ? await fetchTree(context, sha, {}) : whole;
  const files: ListedBlob[] = [];
  for (const { path, type, sha: own, size } of tree) {
    if (type === 'blob') files.push({ path: `${prefix}${path}`, sha: own, size: size ?? null });
    else if (type === 'tree' && whole.truncated) files.push(...(await listBelow(context, own, `${prefix}${path}/`)));
  }
  return files;
}

/** 409 is a repository without any commit. */
async function fetchTree(
  { client, repository, signal }: StreamContext,
  sha: string,
  parameters: { recursive?: '1' },
): Promise<z.output<typeof Tree>> {
  const request = { url: `/repos/${repository}/git/trees/${sha}`, parameters, what: `the files of ${repository}` };
  const answer = await client.askIfAny(request, [409], Tree, signal);
  return answer?.data ?? { tree: [], truncated: false };
}
