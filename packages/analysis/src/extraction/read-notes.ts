import { isQuotable } from '../blameless/is-quotable.ts';
import { isLogLine } from '../text/is-log-line.ts';
import { countWords, readSentences } from './read-sentences.ts';

/** Longer texts are post-mortems, which people write in full sentences. */
const maxSentences = 25;
const words = { min: 2, max: 22 } as const;
const sentenceEnd = /(?<=[.!?])\s+/u;
/** Matches what follows an action in the same sentence but is still to be done. */
const later =
  /,? (?:and |but )?(?:we )?(?:will|going to|need to|should|to be)\b.*$|, (?:real|proper|permanent) fix\b.*$/iu;
const planned =
  /\b(?:will|shall|should|could|would|might|may|todo|(?:plan(?:s|ning|ned)?|needs?|want|trying|tried|going) to|propose|consider|let['’]s)\b/u;
/** Matches what stands before the words of a note: the time of an entry, a bullet, an arrow or a filler. */
const lead =
  /^(?:[-*•>\s]|→|[-=]>|\[?\d{1,2}[:.]\d\d(?::\d\d)?\]?(?: ?(?:utc|z|am|pm))?[:,–—-]?\s|(?:ok|okay|so|then|and|finally|update|edit|now)[,:]?\s)+/iu;

export interface Note {
  /** The note as written */
  readonly quote: string;
  /** The note in lower case, without what stands before its words and without plans */
  readonly text: string;
}

/**
 * Lists the short notes that people write during an incident, such as “restarted, ok since 14:03”: the sentences of a
 * short text without headings and updates that are no questions, plans or log lines and that may be quoted.
 */
export function readNotes(report: string): Note[] {
  const sentences = readSentences(report);
  const isStatusPage = sentences.some(({ part }) => part > 0);
  if (isStatusPage || sentences.length > maxSentences) return [];
  return sentences
    .filter(({ section }) => section === '')
    .flatMap(({ text }) => text.split(sentenceEnd))
    .map((quote) => ({ quote, text: quote.replace(lead, '').replace(later, '').toLowerCase() }))
    .filter(({ quote, text }) => isStatement(text) && !isLogLine(quote) && isQuotable(quote));
}

function isStatement(text: string): boolean {
  const count = countWords(text);
  return count >= words.min && count <= words.max && !text.endsWith('?') && !planned.test(text);
}
