import { anyWordWildcard, type Failure } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { parseTitleWords } from '../reverts/title-template.ts';

/** Maximum number of reverts that are read per repository, since the search for templates takes quadratic time. */
const maxReverts = 10_000;
/** Matches the title that git or GitHub generates for a merge, which does not name the reverted change. */
const merge = /^merge (?:pull request|remote-tracking branch|branch)\b/u;

/** Groups the latest reverts whose title names the reverted change by repository, newest first. */
export function groupComparableReverts(failures: readonly Failure[]): ReadonlyMap<string, readonly Failure[]> {
  const reverts = failures.filter(
    ({ kind, title }) => kind === 'reverted_change' && namesChange(parseTitleWords(title)),
  );
  const byRepository = groupBy(reverts, ({ repository }) => (repository === null ? [] : [repository]));
  return new Map([...byRepository].map(([repository, own]) => [repository, newestFirst(own)]));
}

function namesChange(title: readonly string[]): boolean {
  return title.some((word) => word !== anyWordWildcard) && !merge.test(title.join(' '));
}

function newestFirst(failures: readonly Failure[]): readonly Failure[] {
  return [...failures]
    .sort((a, b) => compareStrings(b.occurredAt, a.occurredAt) || compareStrings(a.id, b.id))
    .slice(0, maxReverts);
}
