import { dayInMs } from '@refrain/domain';
import type { PastChange, PastFailure, PrecheckHistory } from './precheck.ts';

const areas = ['ledger', 'search', 'mail', 'cart', 'labels', 'stock', 'login', 'prices'] as const;
const acts = ['Show', 'Sort', 'Keep', 'Split', 'Name', 'Count', 'Send', 'Hide', 'Merge', 'Trim', 'Check'] as const;
const things = ['totals', 'rows', 'drafts', 'badges', 'filters', 'dates', 'pages', 'notes', 'groups'] as const;
const begin = Date.UTC(2026, 0, 1);
const changesPerDay = 10;

export function toInstantOfHistoryDay(day: number): string {
  return new Date(begin + day * dayInMs).toISOString();
}

export function createPastChange(id: string, day: number, given: Partial<PastChange> = {}): PastChange {
  return {
    id,
    occurredAt: toInstantOfHistoryDay(day),
    repository: 'acme/shop',
    title: '',
    text: '',
    paths: null,
    ...given,
  };
}

/** Creates ordinary changes in eight areas, ten a day, oldest first. */
export function createOrdinaryChanges(count: number, hasPaths = false): PastChange[] {
  return Array.from({ length: count }, (_, at) => {
    const [area, act, thing] = [areas[at % 8], acts[(at * 7) % 11], things[(at * 5) % 9]];
    return createPastChange(`change ${at}`, at / changesPerDay, {
      title: `feat(${area}): ${act} the ${thing} of a ${areas[(at * 3) % 8]} in step ${acts[(at * 3) % 11]}`,
      text: `${thing} of the ${area} were not ${act?.toLowerCase()}ed before.`,
      paths: hasPaths ? [`src/${area}/${thing}.ts`] : null,
    });
  });
}

export function createPastFailure(change: PastChange, given: Partial<PastFailure> = {}): PastFailure {
  const knownAt = new Date(Date.parse(change.occurredAt) + dayInMs / 4).toISOString();
  return { id: `failure of ${change.id}`, changeId: change.id, knownAt, patternId: null, episodeId: null, ...given };
}

/** Creates a history of a hundred days. Three of four changes to the export code fail six hours after they land. */
export function createHistoryWithFailures(hasPaths = false): PrecheckHistory {
  const changes = createOrdinaryChanges(100 * changesPerDay, hasPaths);
  const troubled = Array.from({ length: 16 }, (_, at) =>
    createPastChange(`export ${at}`, 2 + at * 6, {
      title: `feat(ledger): Export journal number ${acts[at % 11]} to the tax office`,
      text: `The tax office takes journals as ${things[at % 9]}.`,
      paths: hasPaths ? [`src/ledger/export/journal.ts`, `src/ledger/export/${things[at % 9]}.ts`] : null,
    }),
  );
  return {
    asOf: toInstantOfHistoryDay(100),
    changes: [...changes, ...troubled],
    failures: troubled
      .filter((_, at) => at % 4 !== 3)
      .map((change, at) =>
        createPastFailure(change, { patternId: at % 3 === 0 ? 'seldom' : 'often', episodeId: null }),
      ),
  };
}
