import { z } from 'zod';
import type { StreamContext } from './stream.ts';

const Tree = z.looseObject({
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
 * down from the root, 1 request for each step and 1 for the folder, since the tree of a large repository weighs megabytes.
 * @param folder `''` is the root
 */
export async function listFolder(context: StreamContext, folder: string): Promise<ListedBlob[]> {
  let sha = 'HEAD';
  for (const step of folder.split('/').filter((name) => name !== '')) {
    const below = (await askTree(context, sha, {})).find(({ path, type }) => type === 'tree' && path === step);
    if (below === undefined) return [];
    sha = below.sha;
  }
  const entries = await askTree(context, sha, { recursive: '1' });
  const prefix = folder === '' ? '' : `${folder}/`;
  return entries.flatMap(({ path, type, sha: blob, size }) =>
    type === 'blob' ? [{ path: `${prefix}${path}`, sha: blob, size: size ?? null }] : [],
  );
}

/** 409 is a repository without any commit. */
async function askTree({ client, repository, signal }: StreamContext, sha: string, parameters: { recursive?: '1' }) {
  const request = { url: `/repos/${repository}/git/trees/${sha}`, parameters, what: `the files of ${repository}` };
  const answer = await client.askIfAny(request, [409], Tree, signal);
  return answer?.data.tree ?? [];
}
