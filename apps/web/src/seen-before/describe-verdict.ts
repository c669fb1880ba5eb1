import type { Schemas } from '../api/refrain.ts';
import { count, formatPercent } from '../labels/format.ts';
import { formatDate } from '../labels/times.ts';

type Answer = Schemas['SearchResponse'];

/** Minimum confidence for "Yes". Below it the verdict is "Possibly". */
const highConfidence = 0.75;
/** The API counts at most this number of repeated failures. */
const maxRepeats = 100;

export function describeVerdict({
  verdict,
  repeats,
  pattern,
  ...answer
}: Pick<Answer, 'verdict' | 'repeats' | 'pattern' | 'searched' | 'failures' | 'complete'>): string {
  if (repeats !== null) return `Yes. A failure with this title ${describeRepeats(repeats)}.`;
  if (pattern !== null)
    return verdict.confidence >= highConfidence
      ? `Yes, this has happened ${times(pattern.episodes)}.`
      : `Possibly. It resembles a pattern that has happened ${times(pattern.episodes)}.`;
  if (verdict.seenBefore) return 'Possibly. A similar failure has happened before.';
  return `Not seen before in the ${describeSearched(answer)}.`;
}

/** Explains why the text counts as not seen. Returns '' if the failure was seen before. */
export function explainNotSeen({
  verdict,
  matches: [best],
}: {
  readonly verdict: Answer['verdict'];
  readonly matches: readonly Pick<Schemas['SearchMatch'], 'score'>[];
}): string {
  if (verdict.seenBefore) return '';
  if (verdict.confidence === 0) return 'The text has no words in common with any failure. Paste more of it.';
  return best === undefined ? '' : `The closest failure is ${formatPercent(best.score)} similar.`;
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
