import { sentenceEndPattern } from '../../causes/weigh-sentences.ts';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { isDenial } from './failing-predicates.ts';
import { countSupport, maxNameLength } from './find-shared-clause.ts';
import { isOrdinaryWord, listComponentNames, toComponentKey } from './list-component-names.ts';
import { readSummary } from './read-summary.ts';

export interface NamedGroup {
  readonly id: string;
  readonly name: string;
  readonly members: readonly FailureDocument[];
}

/** A component distinguishes a pattern if at most this share as many members of each other pattern of the same name mention it. */
const maxRelativeShare = 0.6;

/**
 * Returns new names, by id, for patterns that have the same name: the name with the component that most members of the
 * pattern name and members of the others rarely do, or else with its years.
 */
export function distinguishEqualNames(groups: readonly NamedGroup[]): Map<string, string> {
  const sameName = groupBy(groups, ({ name }) => [name.toLowerCase()]);
  return new Map(
    [...sameName.values()]
      .filter((equal) => equal.length > 1)
      .flatMap((equal) => equal.map((group) => [group.id, distinguish(group, equal)] as const)),
  );
}

function distinguish(group: NamedGroup, equal: readonly NamedGroup[]): string {
  const minCount = countSupport(group.members.length);
  const own = countShares(group.members);
  const others = equal.filter(({ id }) => id !== group.id).map(({ members }) => countShares(members));
  const isInName = (spelling: string) => group.name.toLowerCase().includes(spelling.toLowerCase());
  const [best] = [...own]
    .map(([key, { spelling, share }]) => ({
      spelling,
      key,
      share,
      lead: share - Math.max(...others.map((shares) => shares.get(key)?.share ?? 0)),
    }))
    .filter(({ share, lead }) => share * group.members.length >= minCount && share - lead <= maxRelativeShare * share)
    .filter(({ spelling }) => !isInName(spelling))
    .filter(({ key }) => !isOrdinaryWord(key, group.members))
    .sort((a, b) => b.lead - a.lead || compareStrings(a.key, b.key));
  const name = best === undefined ? writeYears(group, equal) : `${group.name} (${best.spelling})`;
  return name.length <= maxNameLength ? name : group.name;
}

/** Adds the years of the first and the last member, unless those of another pattern of the same name are the same. */
function writeYears(group: NamedGroup, equal: readonly NamedGroup[]): string {
  const years = formatYears(group.members);
  const isUnique = equal.every((other) => other.id === group.id || formatYears(other.members) !== years);
  return isUnique ? `${group.name} (${years})` : group.name;
}

function formatYears(members: readonly FailureDocument[]): string {
  const years = members.map(({ occurredAt }) => occurredAt.slice(0, 4)).sort();
  return [...new Set([years[0], years.at(-1)])].join('–');
}

/** Counts for each component the share of the members that name it in their titles or summaries. */
function countShares(members: readonly FailureDocument[]): Map<string, { spelling: string; share: number }> {
  const found = new Map<string, { spelling: string; share: number }>();
  for (const member of members) {
    const names = new Map(listComponentNames(listAffirmed(member), false).map((name) => [toComponentKey(name), name]));
    for (const [key, name] of names) {
      const known = found.get(key) ?? { spelling: name, share: 0 };
      found.set(key, { ...known, share: known.share + 1 / members.length });
    }
  }
  return found;
}

/** Returns the summary of a failure without the sentences that say what was not affected. */
function listAffirmed(member: FailureDocument): string {
  return readSummary(member)
    .split(sentenceEndPattern)
    .filter((sentence) => !isDenial(sentence))
    .join('\n');
}
