import type { Instant } from '@refrain/domain';
import { z } from 'zod';
import { sortDeploymentStatuses } from '../records/deployment-statuses.ts';
import { ListedDeployment, type ListedDeploymentStatus } from '../records/records.ts';
import { isNotBefore, type StreamReaderOptions } from './stream.ts';

const OpenDeployment = z.object({ id: z.number().int(), createdAt: z.string() });
type OpenDeployment = z.output<typeof OpenDeployment>;

/** Limits the deployments tracked per repository, since some tools never report the end of a deployment. */
const maxOpen = 10;
export const OpenDeployments = z.array(OpenDeployment).max(maxOpen);

const unended: readonly (string | null | undefined)[] = ['queued', 'in_progress', 'waiting', 'pending'];

export function isDeploymentOpen(statuses: readonly ListedDeploymentStatus[]): boolean {
  return isUnfinishedDeploymentState(sortDeploymentStatuses(statuses).at(-1)?.state);
}

export function isUnfinishedDeploymentState(state: string | null | undefined): boolean {
  return unended.includes(state);
}

/**
 * Keeps the newest deployments since `oldest`. An older one can no longer start, because GitHub limits how long it may
 * wait.
 */
export function selectDeploymentsToTrack(open: readonly OpenDeployment[], oldest: Instant | null): OpenDeployment[] {
  return open
    .filter(({ createdAt }) => isNotBefore(createdAt, oldest))
    .toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || b.id - a.id)
    .slice(0, maxOpen);
}

/** Reads the open deployments that are too old for the list (see `shownSince`), by 1 request each. */
export async function readOlderOpenDeployments(
  { client, repository }: StreamReaderOptions,
  open: readonly OpenDeployment[],
  shownSince: string | null,
): Promise<{ readonly found: ListedDeployment[]; readonly gone: ReadonlySet<number> }> {
  const found: ListedDeployment[] = [];
  const gone = new Set<number>();
  for (const { id } of open.filter(({ createdAt }) => shownSince !== null && createdAt < shownSince)) {
    const request = { url: `/repos/${repository}/deployments/${id}`, what: `deployment ${id} of ${repository}` };
    const answer = await client.requestIfAny(request, [404, 410], ListedDeployment);
    if (answer === null) gone.add(id);
    else found.push(answer.data);
  }
  return { found, gone };
}
