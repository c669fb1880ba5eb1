import { createDecider, defaultConnectionScope, type Pattern, type PatternReport } from '@refrain/domain';
import type { WorldRepository } from '@refrain/emulators';
import type { Store } from '@refrain/store';

export const benchAccount = 'acme';
export const benchRepositories = Array.from({ length: 25 }, (_, index) => `service-${index}`);
export const token = 'bench-token';

/** Creates repositories without a history, because only their issues matter. */
export function createEmptyRepositories(createdAt: string): WorldRepository[] {
  return benchRepositories.map((name) => ({
    name,
    description: '',
    defaultBranch: 'main',
    createdAt,
    commits: [],
    pulls: [],
    deployments: [],
  }));
}

export interface ApprovedImprovement {
  readonly patternId: string;
  readonly improvementId: string;
  readonly repository: string;
}

export async function createApprovedImprovements(
  store: Store,
  count: number,
  baseUrl: string,
): Promise<ApprovedImprovement[]> {
  await store.connections.ensure({
    provider: 'github',
    account: benchAccount,
    baseUrl,
    scope: defaultConnectionScope,
    credential: token,
    webhookSecret: 'unused',
  });
  const ids = Array.from({ length: count }, (_, index) => `pattern-${index}`);
  const patterns = ids.map((id) => ({ pattern: patternOf(id), members: [] }));
  await store.patterns.writeClustering({ episodes: [], patterns, lineage: [], inputVersion: 'bench' });
  const approved: ApprovedImprovement[] = [];
  for (const [index, patternId] of ids.entries()) {
    const repository = `${benchAccount}/${benchRepositories[index % benchRepositories.length]}`;
    await storeVersionedReport(store, patternId, 0);
    const { id } = await store.improvements.ensure(patternId, { repository, title: `Stop ${patternId}` });
    await store.improvements.approve(id, {}, createDecider('session', 'the benchmark'));
    approved.push({ patternId, improvementId: id, repository });
  }
  return approved;
}

/** Stores a report whose text contains the version, so that the text of the issue reveals which report it was made from. */
export async function storeVersionedReport(store: Store, patternId: string, version: number): Promise<void> {
  const pattern = { ...patternOf(patternId), lesson: formatReportVersion(version) };
  const report: PatternReport = {
    pattern,
    members: [],
    links: [],
    asOf: pattern.lastAt,
    coverage: { failures: 3, inPatterns: 3 },
  };
  await store.reports.ensure(patternId, report);
}

export function formatReportVersion(version: number): string {
  return `The pool was full when report ${version} was written.`;
}

function patternOf(id: string): Pattern {
  return {
    id,
    name: `Failure ${id}`,
    lesson: formatReportVersion(0),
    terms: [],
    cause: 'capacity',
    trigger: 'traffic',
    services: [],
    repositories: [],
    confidence: 0.9,
    episodes: 3,
    harm: 1,
    kinds: { incident: 3, failed_deployment: 0, reverted_change: 0 },
    firstAt: '2026-01-01T00:00:00.000Z',
    lastAt: '2026-06-01T00:00:00.000Z',
  };
}
