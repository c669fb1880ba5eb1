import { stem } from '../../text/stem.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { isNotGivenName } from './blameless-words.ts';
import { isPredicateWord } from './failing-predicates.ts';
import { isGenericWord, isLabel, isSubjectWord } from './subject-words.ts';

/** Words of a sentence that may name what fails, such as “parcel ledgers”. */
export interface SubjectPhrase {
  /** Equal for all spellings of a phrase */
  readonly key: string;
  readonly stems: readonly string[];
  readonly written: string;
  /** Number of words before the phrase */
  readonly at: number;
  /** Whether a preposition before the phrase shows that it is a source, a time or a cause */
  readonly isCircumstance: boolean;
  /** Whether a preposition before the phrase shows that it may be a place */
  readonly isPlace: boolean;
}

export const maxPhraseWords = 4;

const word = /^\p{L}[\p{L}\p{N}]*(?:[.+_-][\p{L}\p{N}]+)*$/u;
const participle = /^\p{Ll}+ed$/u;
const gerund = /\p{Ll}ing$/u;
const circumstance = /^(?:from|by|via|through|within|during|after|before|at|into|using)$/iu;
const placePreposition = /^(?:in|on|to|across)$/iu;
const article = /^(?:an?|the|our|its|their)$/iu;
const capitalised = /^\p{Lu}\p{Ll}/u;

/** Matches the name of a field before its value, such as “last_log: connection refused”. */
const fieldName = /^\p{L}{1,20}(?:_\p{L}{1,20}){1,4}: /u;

/**
 * Lists the runs of words of a sentence that may name what fails, in linear time.
 * @param isTitle whether the sentence is a title, in which ordinary words may be capitalised
 */
export function listSubjectPhrases(sentence: string, isTitle: boolean): SubjectPhrase[] {
  const words = sentence.replace(fieldName, '').split(/\s+/u).map(readWord);
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
  const preposition = findPreposition(words, from);
  const place = { isCircumstance: circumstance.test(preposition), isPlace: placePreposition.test(preposition) };
  for (const [at, { text, opens, closes }] of words.slice(from, from + maxPhraseWords).entries()) {
    const mayBeName = !isTitle && from + at > 0 && capitalised.test(text);
    if (!(mayBeName ? isNameWord(text) : mayBeSubject(text)) || (at > 0 && opens)) break;
    texts.push(text);
    const next = closes ? '' : (words[from + at + 1]?.text ?? '');
    const isCut = capitalised.test(text) && capitalised.test(next) && isLabel(next);
    if (isPhrase(texts) && !isCut) phrases.push({ ...toPhrase(texts), ...place, at: from });
    if (closes) break;
  }
  return phrases;
}

function toPhrase(texts: readonly string[]): Pick<SubjectPhrase, 'key' | 'stems' | 'written'> {
  const stems = texts.map((text) => stem(text.toLowerCase()));
  return { key: stems.join(' '), stems, written: texts.join(' ') };
}

/** Returns the word before a phrase and its article. */
function findPreposition(words: readonly SentenceWord[], at: number): string {
  const before = words[at - 1]?.text ?? '';
  return article.test(before) ? (words[at - 2]?.text ?? '') : before;
}

function mayBeSubject(text: string): boolean {
  return text.length > 1 && isOwnWord(text) && isSubjectWord(text) && !isPredicateWord(text);
}

/** Returns whether a capitalised word inside a sentence may be a part of a product name, such as “New”. */
function isNameWord(text: string): boolean {
  return isOwnWord(text) && !isLabel(text);
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
