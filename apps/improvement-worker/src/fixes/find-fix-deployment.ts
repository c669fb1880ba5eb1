import { traceShippingHistory } from '@refrain/analysis';
import type { Improvement, Instant } from '@refrain/domain';
import type { Store } from '@refrain/store';

export type FixDeploymentStore = Pick<Store, 'changes' | 'connections' | 'improvements'>;

/**
 * Finds when the fix of an improvement reached production: the time of the first deployment that contains the pull request. Without
 * deployments of the repository, returns the time of the merge; without a pull request, the time when the issue was closed.
 */
export async function findFixDeployment(store: FixDeploymentStore, improvement: Improvement): Promise<Improvement> {
  const { id, state, fix } = improvement;
  if (state !== 'fixed' || fix === null || fix.deployedAt !== null) return improvement;
  const deployedAt = fix.url === null ? fix.mergedAt : await firstDeployment(store, fix.url, fix.mergedAt);
  return deployedAt === null ? improvement : store.improvements.transition(id, { fix: { ...fix, deployedAt } });
}

async function firstDeployment(store: FixDeploymentStore, url: string, mergedAt: Instant): Promise<Instant | null> {
  const [, repository] = /\/([^/]+\/[^/]+)\/pull\/\d+$/u.exec(url) ?? [];
  if (repository === undefined) return mergedAt;
  for (const { id } of await store.connections.list()) {
    const changes = await store.changes.listByRepository(id, repository);
    const pull = changes.find((change) => change.kind === 'merged_pull_request' && change.url === url);
    // A pull request that was merged just now may not be imported yet.
    if (pull === undefined) continue;
    const { deployments, findFirstDeploymentWith: firstWith } = traceShippingHistory(changes);
    if (deployments.length === 0 || pull.sha === null) return mergedAt;
    return firstWith(pull.sha, Date.parse(mergedAt))?.occurredAt ?? null;
  }
  return null;
}
