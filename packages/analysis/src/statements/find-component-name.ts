import type { Failure, StatedPassage } from '@refrain/domain';
import type { ReportReading } from '../extraction/read-report.ts';
import { isStatedBy, type StatingFailure } from '../extraction/state-passage.ts';
import { isOrdinaryWord, listComponentNames, toComponentKey } from '../patterns/names/list-component-names.ts';
import { isGenericWord } from '../patterns/names/subject-words.ts';

/** Only sentences that may state the root cause are read: those of at least this weight. */
const minSentenceWeight = 0.1;
/**
 * Share of the names in a title and in such a sentence that a reader chose as the component too, on 43 labelled reports.
 * The labelled reports name no services, so nobody has measured the confidence of a service.
 */
const confidence = 0.72;

/**
 * Finds the name of the component that failed: a service of the failure that its title names, or a product or identifier
 * in the title that a sentence about the cause names too.
 */
export function findComponentName(
  failure: StatingFailure & Partial<Pick<Failure, 'services'>>,
  reading: ReportReading,
): StatedPassage | null {
  const { title, services = [] } = failure;
  const service = services
    .filter((name) => !name.split(/[\s_-]+/u).every(isGenericWord))
    .map((name) => findSpelling(title, name))
    .find((spelling) => spelling !== null);
  const name = service ?? findNameInTitle(failure, reading);
  return name === null || !isStatedBy(failure, name) ? null : { quote: name, confidence };
}

/** Returns a name as a text spells it; null if the text does not contain the name as a whole word. */
function findSpelling(text: string, name: string): string | null {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  const isInside = /[\p{L}\p{N}]/u;
  if (at === -1 || isInside.test(text.charAt(at - 1)) || isInside.test(text.charAt(at + name.length))) return null;
  return text.slice(at, at + name.length);
}

function findNameInTitle(failure: StatingFailure, { sentences }: ReportReading): string | null {
  const account = sentences.slice(1).filter(({ weight }) => weight >= minSentenceWeight);
  const known = new Set(account.flatMap(({ text }) => listComponentNames(text, false)).map(toComponentKey));
  const names = listComponentNames(failure.title, true);
  return (
    names.find((name) => known.has(toComponentKey(name)) && !isOrdinaryWord(toComponentKey(name), [failure])) ?? null
  );
}
