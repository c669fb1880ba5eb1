import type { Schemas } from '../api/refrain.ts';
import { count, formatPercent } from '../labels/format.ts';
import { formatDate } from '../labels/times.ts';

type Answer = Schemas['SearchResponse'];
type ComparedMatch = Pick<Schemas['SearchMatch'], 'isRepeat' | 'hasSameTitle'>;

/** Minimum confidence for "Probably". Below it the verdict is "Possibly". Only the same words are a "Yes". */
const highConfidence = 0.75;
/** The API counts at most this number of repeated failures. */
const maxRepeats = 100;

type Verdict = Pick<
  Answer,
  | 'query'
  | 'verdict'
  | 'recorded'
  | 'repeats'
  | 'unspecific'
  | 'pattern'
  | 'possiblePattern'
  | 'searched'
  | 'failures'
  | 'complete'
>;

export function describeVerdict({
  query,
  verdict,
  recorded,
  repeats,
  unspecific,
  pattern,
  possiblePattern,
  matches,
  ...answer
}: Verdict & { readonly matches: readonly ComparedMatch[] }): string {
  const isKnown = query.kind === 'failure' || recorded !== null;
  if (repeats !== null) {
    const repeated = matches.filter(({ isRepeat }) => isRepeat);
    const same = repeated.every(({ hasSameTitle }) => hasSameTitle) ? 'a matching title' : 'the same words';
    return isKnown
      ? `Yes. It also ${describeRepeats(repeats)}, with ${same}.`
      : `Yes. A failure with ${same} ${describeRepeats(repeats)}.`;
  }
  if (pattern !== null && pattern.otherEpisodes < pattern.episodes)
    return recorded === null
      ? `Yes. This is one of ${count(pattern.episodes, 'episode')} of a pattern.`
      : `Yes. Its pattern has ${count(pattern.otherEpisodes, 'earlier episode')}.`;
  if (unspecific !== null) return 'This text does not say what failed.';
  if (pattern !== null)
    return verdict.confidence >= highConfidence
      ? `Probably. It resembles a pattern that has happened ${times(pattern.episodes)}.`
      : `Possibly. It resembles a pattern that has happened ${times(pattern.episodes)}.`;
  if (verdict.seenBefore) return 'Possibly. A similar failure has happened before.';
  return possiblePattern === null
    ? `Not seen before in the ${describeSearched(answer)}.`
    : 'No certain match, but possibly a known pattern.';
}

/** A failure and its nearest neighbour have this similarity on average, so that a lower one tells a reader nothing. */
const minShownScore = 0.5;

/** Explains why the text counts as not seen. Returns '' if the failure was seen before. */
export function explainNotSeen({
  verdict,
  unspecific,
  matches: [best],
}: Pick<Answer, 'verdict' | 'unspecific'> & {
  readonly matches: readonly Pick<Schemas['SearchMatch'], 'score'>[];
}): string {
  if (verdict.seenBefore) return '';
  if (unspecific !== null) return explainUnspecific(unspecific);
  if (best !== undefined)
    return best.score < minShownScore ? '' : `The closest failure is ${formatPercent(best.score)} similar.`;
  return verdict.confidence === 0 ? 'The text has no words in common with any failure. Paste more of it.' : '';
}

function explainUnspecific({ sameTitle, sameService }: NonNullable<Answer['unspecific']>): string {
  const titled = `${count(sameTitle, 'failure')} ${sameTitle === 1 ? 'has' : 'have'} this title`;
  const others = `${count(sameService, 'failure')} ${sameService === 1 ? 'names' : 'name'} this service in the title`;
  const advice = 'Add an error line or what users saw to find the one that matches.';
  if (sameTitle === 0 && sameService === 0) return advice;
  if (sameService === 0) return `${titled}. ${advice}`;
  if (sameTitle === 0) return `${others}. ${advice}`;
  return `${titled}, and ${sameService} more ${sameService === 1 ? 'names' : 'name'} this service. ${advice}`;
}

function describeRepeats({ failures, lastAt, precision }: NonNullable<Answer['repeats']>): string {
  const last = `${precision === 'month' ? 'in' : 'on'} ${formatDate(lastAt, precision)}`;
  if (failures === 1) return `happened ${last}`;
  return `happened ${failures >= maxRepeats ? 'at least ' : ''}${times(failures)}, last ${last}`;
}

function describeSearched({
  searched,
  failures,
  complete,
}: Pick<Answer, 'searched' | 'failures' | 'complete'>): string {
  return complete || searched >= failures
    ? `${count(failures, 'known failure')}`
    : `${searched} of ${count(failures, 'failure')} searched so far`;
}

function times(number: number): string {
  if (number === 1) return 'once';
  return number === 2 ? 'twice' : count(number, 'time');
}
