import { dayInMs, type Failure } from '@refrain/domain';
import type { ChangeIndex } from './change-index.ts';
import { findRevertingChange } from './find-change-of-failure.ts';
import type { NamedChange } from './named-changes.ts';
import { type FailureJoin, joinByOneSignal } from './same-episode.ts';

/** Matches incident ids that contain both letters and digits, since logs contain many plain numbers. */
const incidentId = /\b(?=[A-Z\d-]{0,20}[A-Z])(?=[A-Z\d-]{0,20}\d)[A-Z\d][A-Z\d-]{4,20}\b/gu;
const span = 7 * dayInMs;

/** An incident that names more changes than this is skipped, since its text probably contains a pasted list. */
const maxNamed = 3;

/** Joins incidents with the reverts that their texts name, and other failures with the incidents that they name. */
export function joinMentionedFailures(
  failures: readonly Failure[],
  namedBy: ReadonlyMap<string, readonly NamedChange[]>,
  index: ChangeIndex,
  revertOf: ReadonlyMap<string, Failure>,
): FailureJoin[] {
  const counted = new Set(failures.map(({ id }) => id));
  const isNear = (a: Failure, b: Failure): boolean =>
    Math.abs(Date.parse(a.occurredAt) - Date.parse(b.occurredAt)) <= span;
  const incidents = new Map(
    failures.filter(({ kind }) => kind === 'incident').map((failure) => [failure.externalId.toLowerCase(), failure]),
  );
  return failures.flatMap((failure) => {
    if (failure.kind === 'incident') {
      const named = namedBy.get(failure.id) ?? [];
      if (named.length > maxNamed) return [];
      return named.flatMap(({ unit, reference }) => {
        const revert = revertOf.get(unit.key);
        if (revert === undefined || !counted.has(revert.id) || !isNear(failure, revert)) return [];
        return [joinByOneSignal(failure, revert, 0.9, 'reference', `the incident names ${reference}`)];
      });
    }
    const own = findRevertingChange(failure, index);
    const text = `${failure.title}\n${failure.text}\n${own?.head.text ?? ''}`.slice(0, 20_000);
    return [...text.matchAll(incidentId)].flatMap(([word]) => {
      const incident = incidents.get(word.toLowerCase());
      if (incident === undefined || !isNear(incident, failure)) return [];
      return [joinByOneSignal(failure, incident, 0.9, 'reference', `names the incident ${word}`)];
    });
  });
}
