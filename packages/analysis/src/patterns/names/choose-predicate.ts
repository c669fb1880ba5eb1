import { compareStrings } from '../../collections/compare-strings.ts';
import { countNames } from './count-names.ts';
import { failingPredicates } from './failing-predicates.ts';
import type { Statements } from './read-subjects.ts';

/** Minimum share of the members stating a predicate that state a narrower one */
const minNarrowerShare = 0.6;

export interface ChosenPredicate {
  readonly written: string;
  /** Number of members that state the predicate, of which those count less that state it far from the subject */
  readonly weight: number;
  readonly specificity: number;
}

/** Chooses the predicate that most members state, weighted by how much it says. */
export function choosePredicate({ predicates }: Statements, minCount: number): ChosenPredicate | null {
  const rated = [...predicates].flatMap(([at, statements]) => {
    const predicate = failingPredicates[at];
    if (predicate === undefined || statements.size < minCount) return [];
    const all = [...statements.values()];
    const minNarrower = Math.max(minCount, minNarrowerShare * all.length);
    const [narrower, next] = countNames(
      all.map((statement) => statement.narrower),
      minNarrower,
    );
    const isClear = narrower !== undefined && narrower.count > (next?.count ?? 0);
    return [
      {
        written: isClear ? narrower.name : predicate.written,
        weight: all.reduce((sum, { closeness }) => sum + closeness, 0),
        specificity: predicate.specificity,
      },
    ];
  });
  const rate = ({ weight, specificity }: ChosenPredicate) => weight * specificity;
  return rated.sort((a, b) => rate(b) - rate(a) || compareStrings(a.written, b.written))[0] ?? null;
}

/** Chooses a predicate that members state of anything. Every report says that something fails or is degraded. */
export function chooseTellingPredicate(all: Statements, minCount: number): ChosenPredicate | null {
  const predicate = choosePredicate(all, minCount);
  return predicate !== null && predicate.specificity > 1 ? predicate : null;
}

/** Chooses the activity that most members name. */
export function chooseActivity({ activities }: Statements, minCount: number): string | null {
  const named = [...activities.values()].map((own) => [...own]);
  return countNames(named, minCount)[0]?.name ?? null;
}
