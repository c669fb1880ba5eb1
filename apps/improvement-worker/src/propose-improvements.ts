import type { Handler, Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { routeRepository } from './route-repository.ts';

/** Fewer are a coincidence, not yet worth a team's time. */
const fewestEpisodes = 3;
const leastConfidence = 0.5;

export interface ProposeDeps {
  readonly store: Pick<Store, 'changes' | 'improvements' | 'patterns' | 'reports'>;
  readonly producer: Pick<Producer, 'enqueue'>;
  readonly fallbackRepository: string | null;
}

/** Proposes the improvement of each pattern that recurs surely enough, and lets an issue that is open follow its pattern. */
export function createProposeImprovements(deps: ProposeDeps): Handler<'propose-improvements'> {
  const { store, producer, fallbackRepository } = deps;
  return async ({ patternIds }) => {
    for (const patternId of patternIds) {
      const stored = await store.reports.findLatest(patternId);
      const pattern = await store.patterns.find(patternId);
      if (stored === null || pattern === null) continue;
      if (pattern.episodes < fewestEpisodes || pattern.confidence < leastConfidence) continue;
      const { report } = stored;
      const changes = await store.changes.findMany([...new Set(report.links.map(({ targetId }) => targetId))]);
      const repositoryOfChange = new Map(changes.map(({ id, repository }) => [id, repository]));
      const improvement = await store.improvements.ensure(patternId, {
        repository: routeRepository(report, repositoryOfChange, fallbackRepository),
        title: `Stop the recurrence: ${pattern.name}`,
      });
      if (improvement.state === 'opened') await producer.enqueue('ensure-issue', { improvementId: improvement.id });
    }
  };
}
