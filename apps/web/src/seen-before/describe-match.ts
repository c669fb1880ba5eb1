import type { Schemas } from '../api/refrain.ts';
import { capitalise, count } from '../labels/format.ts';
import { countMembers } from './count-members.ts';
import { spellWords } from './spell-words.ts';

type Match = Pick<Schemas['SearchMatch'], 'shared' | 'evidence' | 'excerpt'> & {
  readonly failure: Pick<Schemas['SearchMatch']['failure'], 'title'>;
};

/** Kinds of evidence that `shared` states in fewer words. */
const restated: ReadonlySet<string> = new Set(['words', 'service']);

/** Says in words why a failure matches the search, strongest reason first. Returns '' if nothing is known. */
export function describeMatch({ shared, evidence, failure, excerpt }: Match): string {
  const { hasLine, services } = shared;
  const words = spellWords(shared.words, `${failure.title}\n${excerpt ?? ''}`);
  const others = evidence
    .filter(({ signal, weight }) => weight > 0 && !restated.has(signal))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ detail }) => detail);
  const reasons = [
    ...(hasLine ? ['same wording'] : []),
    ...(services.length > 0 ? ['same service'] : []),
    ...(words.length > 0 && !hasLine ? [`${count(words.length, 'shared word')}: ${words.join(', ')}`] : []),
    ...others,
  ];
  return capitalise(reasons.join(' · '));
}

type PatternMatch = Pick<Schemas['SearchMatch'], 'pattern'>;

/** Says how many of the closest failures are in a pattern. Returns null if none of the shown ones is. */
export function describePatternShare(patternId: string, matches: readonly PatternMatch[]): string | null {
  const members = countMembers(patternId, matches);
  if (members === 0) return null;
  if (matches.length === 1) return 'The closest failure belongs to it';
  return `${members === matches.length ? 'All' : `${members} of the`} ${matches.length} closest failures ${members === 1 ? 'belongs' : 'belong'} to it`;
}
