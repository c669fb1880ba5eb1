import type { Instant, ListedPattern, ObservedPeriod, Overview, OverviewTask, WorstPattern } from '@refrain/domain';
import type { Store, StoredListedPattern } from '@refrain/store';
import { rankOverviewTasks } from './rank-overview-tasks.ts';

const maxListed = 5;

type OverviewPatterns = Pick<Overview, 'tasks' | 'patternChanges' | 'worst'>;

/** Whether the period ends with the newest measurement, as the trends of the patterns do. */
const isCurrent = (period: ObservedPeriod, asOf: Instant) => period.until >= asOf;

/** Lists the patterns of a period that wait for a decision, that changed, and the patterns and single episodes that did most harm. */
export async function readOverviewPatterns(
  { patterns, improvements, reports }: Pick<Store, 'patterns' | 'improvements' | 'reports'>,
  { period, asOf }: Pick<Overview, 'period' | 'asOf'>,
): Promise<OverviewPatterns> {
  const inPeriod = { limit: maxListed, ...(period && { period }) };
  // Recent trends say nothing about an earlier period.
  const changed: typeof patterns.list = (filter) =>
    period === null || asOf === null || isCurrent(period, asOf)
      ? patterns.list(filter)
      : Promise.resolve({ items: [], total: 0, next: null });
  const worstFirst = { ...inPeriod, sort: 'impactHours' as const };
  const [fresh, rising, returned, unreviewed, mostEpisodes, mostHours, recurred, proposed, unassigned] =
    await Promise.all([
      changed({ ...inPeriod, recurrence: 'new' }),
      changed({ ...worstFirst, direction: 'rising' }),
      changed({ ...worstFirst, recurrence: 'returned' }),
      patterns.list({ ...worstFirst, judgement: 'none', improvement: 'none' }),
      patterns.list({ ...inPeriod, sort: 'episodes' }),
      patterns.list(worstFirst),
      improvements.listUndecided('recurred', inPeriod),
      improvements.listUndecided('proposed', inPeriod),
      period === null ? [] : reports.listLongestUnassigned(period, maxListed),
    ]);
  return {
    tasks: rankOverviewTasks([
      recurred,
      proposed,
      returned.items.map((pattern) => toTask('returned', pattern)),
      rising.items.map((pattern) => toTask('rising', pattern)),
      unreviewed.items.map((pattern) => toTask('review', pattern)),
    ]),
    patternChanges: { fresh: summarise(fresh), rising: summarise(rising), returned: summarise(returned) },
    worst:
      period === null
        ? null
        : {
            byEpisodes: mostEpisodes.items.map(toWorst),
            byImpact: mostHours.items.filter(({ impactHours }) => impactHours !== null).map(toWorst),
            unassigned,
          },
  };
}

function toTask(
  kind: OverviewTask['kind'],
  { id, name, episodes, impactHours, lastAt, judgement, improvement }: StoredListedPattern,
): OverviewTask {
  return { kind, patternId: id, name, episodes, impactHours, lastAt, judgement, improvement };
}

function summarise({ total, items }: { readonly total: number; readonly items: readonly StoredListedPattern[] }) {
  return {
    total,
    items: items.map(({ id, name, episodes, lastAt, probability30 }) => ({
      id,
      name,
      episodes,
      lastAt,
      probability30,
    })),
  };
}

function toWorst(pattern: Pick<ListedPattern, keyof WorstPattern>): WorstPattern {
  const { id, name, services, repositories, episodes, impactHours, judgement, improvement } = pattern;
  return { id, name, services, repositories, episodes, impactHours, judgement, improvement };
}
