import { isQuotable } from '../../blameless/is-quotable.ts';
import type { Passage, SentenceWithSignals } from '../report-passages.ts';
import { listRootCausePassages } from './list-root-cause-passages.ts';

/**
 * Lists the passages that Refrain may quote as the root cause, each with the sentences of its quotation. If a section about
 * causes states any, lists only those of such sections. If updates of a status page say what caused the incident, lists
 * only what the last of these updates says.
 */
export function listStatedCauses(title: string, report: string): Passage[] {
  const isAllowed = createSentenceFilter();
  const stated = listRootCausePassages(title, report)
    .map(({ selectStated, signals }) => ({ sentences: selectStated(), signals }))
    .filter(({ sentences }) => sentences.length > 0 && sentences.every(isAllowed));
  const inSection = stated.filter(({ signals }) => 'underCause' in signals);
  return listLastExplicit(inSection.length > 0 ? inSection : stated);
}

/** Returns a function that tells whether a sentence may be quoted, and checks each sentence only once. */
function createSentenceFilter(): (sentence: SentenceWithSignals) => boolean {
  const known = new Map<SentenceWithSignals, boolean>();
  return (sentence) => {
    const isAllowed = known.get(sentence) ?? isQuotable(sentence.text);
    known.set(sentence, isAllowed);
    return isAllowed;
  };
}

function listLastExplicit(passages: readonly Passage[]): Passage[] {
  const partOf = ({ sentences: [first] }: Passage) => first?.part ?? 0;
  const explicit = passages.filter(({ signals }) => 'explicit' in signals);
  const last = Math.max(...explicit.map(partOf));
  return last > 0 ? explicit.filter((passage) => partOf(passage) === last) : [...passages];
}
