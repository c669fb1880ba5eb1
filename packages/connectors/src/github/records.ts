import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { digestOf } from '../delivery-key.ts';

/** Of each listed item, the fields that name it and its version; everything else stays as it came. */
export const ListedPull = z.looseObject({
  number: z.number().int(),
  title: z.string().nullish(),
  body: z.string().nullish(),
  updated_at: z.string(),
  merged_at: z.string().nullish(),
  head: z.looseObject({ ref: z.string().nullish() }).nullish(),
});
export type ListedPull = z.output<typeof ListedPull>;

export const ListedCommit = z.looseObject({
  sha: z.string(),
  commit: z.looseObject({ message: z.string() }),
});
export type ListedCommit = z.output<typeof ListedCommit>;

export const ListedDeployment = z.looseObject({
  id: z.number().int(),
  created_at: z.string(),
  updated_at: z.string().nullish(),
});
export type ListedDeployment = z.output<typeof ListedDeployment>;

export const ListedStatus = z.looseObject({ id: z.number().int(), created_at: z.string() });
export type ListedStatus = z.output<typeof ListedStatus>;

export const ListedFile = z.looseObject({ filename: z.string() });
export const CommitWithFiles = z.looseObject({ files: z.array(ListedFile).nullish() });

export function pullRecord(repository: string, pull: ListedPull, files: readonly string[] | null): RawRecord {
  return {
    type: 'github.pull_request',
    deliveryKey: keyOf('pull', repository, pull.number, pull.updated_at),
    payload: { repository, pull: withoutCopies(pull), ...(files === null ? {} : { files }) },
  };
}

export function commitRecord(repository: string, commit: ListedCommit, files: readonly string[] | null): RawRecord {
  const withFiles = files === null ? commit : { ...commit, files: files.map((filename) => ({ filename })) };
  return {
    type: 'github.commit',
    deliveryKey: keyOf('commit', repository, commit.sha),
    payload: { repository, commit: withFiles },
  };
}

/** A deployment never changes, its statuses are only added to: their number and the newest one are its version. */
export function deploymentRecord(
  repository: string,
  deployment: ListedDeployment,
  statuses: readonly ListedStatus[],
): RawRecord {
  const newest = statuses.reduce((highest, status) => Math.max(highest, status.id), 0);
  return {
    type: 'github.deployment',
    deliveryKey: keyOf('deployment', repository, deployment.id, statuses.length, newest),
    payload: { repository, deployment, statuses },
  };
}

/** Keys have a bounded length, and the provider's strings have none. */
function keyOf(...parts: (string | number)[]): string {
  const key = parts.join('/');
  return key.length <= 300 ? key : `${parts[0]}/${digestOf(key)}`;
}

/** A pull request repeats the whole repository twice: 15 kB that say nothing of it. */
function withoutCopies(pull: ListedPull): Record<string, unknown> {
  const slim = (side: unknown): unknown =>
    typeof side === 'object' && side !== null ? { ...side, repo: undefined } : side;
  return { ...pull, head: slim(pull.head), base: slim(pull.base), _links: undefined };
}
