import type { Instant } from '@refrain/domain';
import { z } from 'zod';
import { ListedDeployment, type ListedStatus } from '../records/records.ts';
import { statusesInOrder } from '../records/statuses-in-order.ts';
import { isSince } from './page.ts';
import type { StreamContext } from './stream.ts';

/** A deployment that had begun and not ended when its statuses were read last. */
const OpenDeployment = z.object({ id: z.number().int(), createdAt: z.string() });
type OpenDeployment = z.output<typeof OpenDeployment>;

/** Kept of a repository. Some never end, as nobody tells GitHub. */
const maxOpen = 10;
export const OpenDeployments = z.array(OpenDeployment).max(maxOpen);

const unended: readonly (string | null | undefined)[] = ['queued', 'in_progress', 'waiting', 'pending'];

export function isOpen(statuses: readonly ListedStatus[]): boolean {
  return hasNotEnded(statusesInOrder(statuses).at(-1)?.state);
}

/** Whether a status says no more than that a deployment is on its way. */
export function hasNotEnded(state: string | null | undefined): boolean {
  return unended.includes(state);
}

/** The newest of them that are not older than GitHub lets one wait. */
export function keepOpen(open: readonly OpenDeployment[], oldest: Instant | null): OpenDeployment[] {
  return open
    .filter(({ createdAt }) => isSince(createdAt, oldest))
    .toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || b.id - a.id)
    .slice(0, maxOpen);
}

/**
 * Those of the open deployments that stand too deep in the list to be seen there, as they are now: a deployment may wait for
 * an approval while a hundred others come and go. 1 request each.
 * @returns `gone` are the ids of those that were deleted
 * @param shownSince when the last deployment was created that the list's first page shows; null where it shows all
 */
export async function findHidden(
  { client, repository, signal }: StreamContext,
  open: readonly OpenDeployment[],
  shownSince: string | null,
): Promise<{ readonly found: ListedDeployment[]; readonly gone: ReadonlySet<number> }> {
  const found: ListedDeployment[] = [];
  const gone = new Set<number>();
  for (const { id } of open.filter(({ createdAt }) => shownSince !== null && createdAt < shownSince)) {
    const request = { url: `/repos/${repository}/deployments/${id}`, what: `deployment ${id} of ${repository}` };
    const answer = await client.askIfAny(request, [404, 410], ListedDeployment, signal);
    if (answer === null) gone.add(id);
    else found.push(answer.data);
  }
  return { found, gone };
}
