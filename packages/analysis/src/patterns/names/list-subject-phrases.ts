import { stem } from '../../text/stem.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { isNotGivenName } from './blameless-words.ts';
import { isPredicateWord } from './failing-predicates.ts';
import { isGenericWord } from './list-component-names.ts';

/** Words of a sentence that may name what fails, such as “parcel ledgers”. */
export interface SubjectPhrase {
  /** Equal for all spellings of a phrase */
  readonly key: string;
  readonly stems: readonly string[];
  readonly written: string;
}

export const maxPhraseWords = 4;

const word = /^\p{L}[\p{L}\p{N}]*(?:[.+_-][\p{L}\p{N}]+)*$/u;
/** Matches labels of forms and status pages, and people, which no name contains even if they are capitalised. */
const noName =
  /^(?:none|workarounds?|diagnosis|summary|background|description|locations?|multi\p{L}*|zonal|providers?|upstream|customers?|users?|engineers?|incidents?|issues?|post-?mortems?|impact|services?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|pacific|utc)$/iu;
/** Matches verbs, quantities, causes and words of incident handling, which are no part of what fails. */
const noSubject =
  /^(?:\p{L}+ly|elevated|increas\p{L}*|high(?:er)?|low(?:er)?|partial|full|affect\p{L}*|impact\p{L}*|caus\p{L}*|result\p{L}*|experienc\p{L}*|investigat\p{L}*|identif\p{L}*|mitigat\p{L}*|resolv\p{L}*|recover\p{L}*|restor\p{L}*|occurr?\p{L}*|report\p{L}*|incidents?|issues?|problems?|post-?mortems?|root|custom\p{L}*|users?|team|engineer\p{L}*|people|number|percent\p{L}*|average|approximately|rates?|total|peak\p{L}*|period|tim(?:e|es|ing)|hours?|minutes?|days?|weeks?|months?|today|yesterday|morning|mon|tue|wed|thu|fri|sat|sun|utc|pst|pdt|start\p{L}*|stop\p{L}*|end\p{L}*|beg[aiu]n\p{L}*|continu\p{L}*|allow\p{L}*|prevent\p{L}*|requir\p{L}*|receiv\p{L}*|return\p{L}*|show\p{L}*|see\p{L}*|view\p{L}*|access\p{L}*|work(?:s|ed|ing)?|run(?:s|ning)?|ran|made|mak\p{L}*|led|lead\p{L}*|due|includ\p{L}*|new|old|multiple|several|various|different|additional|further|specific|certain|subset|small|large|larger|chang\p{L}*|deploy(?:s|ed|ing)?|updat(?:e|es|ed|ing)|upgrad(?:e|es|ed|ing)|add\p{L}*|remov\p{L}*|revert\p{L}*|fix\p{L}*|merg\p{L}*|enabl\p{L}*|disabl\p{L}*|creat(?:e|es|ed|ing)|delet(?:e|es|ed|ing)|load(?:s|ed|ing)|deliver(?:s|ed|ing)?|process(?:ed|ing)?|handl\p{L}*|serv(?:e|es|ed|ing)|provid(?:e|es|ed|ing)|us(?:e|es|ed|ing)|call(?:s|ed|ing)?|set|sett?ing|going|being|having|expect\p{L}*|available|availability|performance|global|ability|behavio\p{L}*|infrastructure|environments?|production|unknown|likely|possible|potential|existing|current|later|once|first|second|next|previous|internal|external|underlying|related|correct\p{L}*|proper|normal|healthy|good|bad|able|unable|aware|responsible|one|two|three|four|five|event|component|none|workarounds?|diagnos\p{L}*|summary|background|descriptions?|locations?|regions?|zones?|multi-?\p{L}*|zonal|exhausted|starved|overload\p{L}*|saturat\p{L}*|insufficient|leaked|leaking|misconfig\p{L}*|corrupt(?:ed)?|bugs?|regressions?|rollbacks?|upstream|providers?|vendors?|suppliers?|dependenc\p{L}*|third-party|alerts?|alarms?|alerting|health-?checks?|operations?|aggregate|asynchronous|v\d+)$/iu;
const participle = /^\p{Ll}+ed$/u;
const gerund = /\p{Ll}ing$/u;
const capitalised = /^\p{Lu}\p{Ll}/u;

/**
 * Lists the runs of words of a sentence that may name what fails, in linear time.
 * @param isTitle whether the sentence is a title, in which ordinary words may be capitalised
 */
export function listSubjectPhrases(sentence: string, isTitle: boolean): SubjectPhrase[] {
  const words = sentence.split(/\s+/u).map(readWord);
  return words.flatMap((_, from) => listPhrasesFrom(words, from, isTitle));
}

interface SentenceWord {
  readonly text: string;
  /** Whether punctuation precedes or follows the word */
  readonly opens: boolean;
  readonly closes: boolean;
}

function readWord(part: string): SentenceWord {
  return {
    text: part.replace(/^[^\p{L}\p{N}]{1,20}/u, '').replace(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]{1,20}$|['’]s$/u, ''),
    opens: /^[^\p{L}\p{N}]/u.test(part),
    closes: /[^\p{L}\p{N}]$/u.test(part),
  };
}

function listPhrasesFrom(words: readonly SentenceWord[], from: number, isTitle: boolean): SubjectPhrase[] {
  const phrases: SubjectPhrase[] = [];
  const texts: string[] = [];
  for (const [at, { text, opens, closes }] of words.slice(from, from + maxPhraseWords).entries()) {
    const mayBeName = !isTitle && from + at > 0 && capitalised.test(text);
    if (!(mayBeName ? isNameWord(text) : isSubjectWord(text)) || (at > 0 && opens)) break;
    texts.push(text);
    const next = closes ? '' : (words[from + at + 1]?.text ?? '');
    const isCut = capitalised.test(text) && capitalised.test(next) && noName.test(next);
    if (isPhrase(texts) && !isCut) phrases.push(toPhrase(texts));
    if (closes) break;
  }
  return phrases;
}

function toPhrase(texts: readonly string[]): SubjectPhrase {
  const stems = texts.map((text) => stem(text.toLowerCase()));
  return { key: stems.join(' '), stems, written: texts.join(' ') };
}

function isSubjectWord(text: string): boolean {
  return text.length > 1 && isOwnWord(text) && !noName.test(text) && !noSubject.test(text) && !isPredicateWord(text);
}

/** Returns whether a capitalised word inside a sentence may be a part of a product name, such as “New”. */
function isNameWord(text: string): boolean {
  return isOwnWord(text) && !noName.test(text);
}

function isOwnWord(text: string): boolean {
  const lower = text.toLowerCase();
  return word.test(text) && !isStopWord(lower) && isNotGivenName(lower);
}

function isPhrase(texts: readonly string[]): boolean {
  const [first = ''] = texts;
  const last = texts.at(-1) ?? '';
  if (gerund.test(first) || participle.test(first) || participle.test(last)) return false;
  return texts.some((text) => !isGenericWord(text));
}
