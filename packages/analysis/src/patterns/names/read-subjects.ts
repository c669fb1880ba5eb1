import { isBlameless } from '../../blameless/is-blameless.ts';
import { sentenceEndPattern } from '../../causes/weigh-sentences.ts';
import { groupBy } from '../../collections/group-by.ts';
import { extractOriginalTitle } from '../../text/extract-original-title.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { stripStatusPageOpening } from './clauses.ts';
import { isDenial, listActivities, listPredicates, type StatedPredicate } from './failing-predicates.ts';
import { listSubjectPhrases, type SubjectPhrase } from './list-subject-phrases.ts';
import { readAccount } from './read-summary.ts';

/** Number of words between a subject and a predicate that halves their closeness */
const halfDistance = 6;
/** Factor of a phrase that a sentence names as a place or a cause, as “the index” in “missing from the index” */
const circumstanceFactor = 0.4;
/** Number of words between a predicate and its subject in a phrase such as “delays in deliveries” */
const maxPlaceGap = 2;
/** Maximum length of the sentences that are read of an account, about 100 words */
const maxAccountLength = 700;

/** Matches addresses, assignments and calls, of which a sentence that people wrote has few. */
const codeWord = /\S[=(]\S|:\/\/|\w\.\w+\.\w/gu;
const maxCodeWords = 1;
/** Matches lines of a form, such as “Review on: 2024-05-07”. */
const formLine = /^\W{0,4}[\p{L} ]{3,30}:\W{0,6}\d/u;

/** How a member states a predicate. */
export interface Statement {
  /** 1 if the predicate is next to the subject, and less the farther away it is */
  readonly closeness: number;
  readonly narrower: readonly string[];
}

/** The predicates and activities that members state, by their ids. */
export interface Statements {
  /** Maps the index of each predicate to how each member states it. */
  readonly predicates: Map<number, Map<string, Statement>>;
  readonly activities: Map<string, Set<string>>;
}

/** A phrase that may name what fails, and what members state of it. */
export interface Subject extends Pick<SubjectPhrase, 'key' | 'stems'>, Statements {
  readonly spellings: string[];
  readonly members: Set<string>;
  readonly titles: Set<string>;
}

/** Lists the phrases in the titles, summaries and root causes of the members, and what these state of each phrase and in all. */
export function readSubjects(
  members: readonly FailureDocument[],
  rootCauseOf: ReadonlyMap<string, string>,
): { readonly subjects: readonly Subject[]; readonly all: Statements } {
  const subjects = new Map<string, Subject>();
  const all: Statements = { predicates: new Map(), activities: new Map() };
  for (const member of members) {
    for (const [at, sentence] of listSentences(member, rootCauseOf.get(member.id)).entries()) {
      const stated = listPredicates(sentence);
      const activities = stated.length === 0 ? [] : listActivities(sentence);
      addStatements(all, member.id, stated, activities);
      for (const phrase of listSubjectPhrases(sentence, at === 0)) {
        const subject = subjects.get(phrase.key) ?? createSubject(phrase);
        subjects.set(phrase.key, subject);
        subject.spellings.push(phrase.written);
        subject.members.add(member.id);
        if (at === 0) subject.titles.add(member.id);
        addStatements(subject, member.id, stated, activities, phrase);
      }
    }
  }
  return { subjects: [...subjects.values()], all };
}

/** Lists the title, the first sentences of the account, those that state a failure first, and the root cause. */
function listSentences(member: FailureDocument, rootCause = ''): string[] {
  const title = extractOriginalTitle(member.title).replace(/\s+/gu, ' ');
  const isUsable = (sentence: string) => !isDenial(sentence) && !isOutput(sentence) && isBlameless(sentence);
  const account = [...new Set(readAccount(member).split('\n').flatMap(splitSentences))].filter(isUsable);
  const ordered = groupBy(account, (sentence) => [listPredicates(sentence).length > 0]);
  const first = [...(ordered.get(true) ?? []), ...(ordered.get(false) ?? [])].join('\n').slice(0, maxAccountLength);
  const causes = splitSentences(rootCause).filter(isUsable);
  return [isBlameless(title) ? title : '', ...first.split('\n'), ...causes].map(stripStatusPageOpening);
}

function splitSentences(text: string): string[] {
  return text.split(sentenceEndPattern);
}

/** Returns whether a sentence is a line of a form, or mostly the output of a program. */
function isOutput(sentence: string): boolean {
  return formLine.test(sentence) || (sentence.match(codeWord) ?? []).length > maxCodeWords;
}

function createSubject({ key, stems }: SubjectPhrase): Subject {
  return {
    key,
    stems,
    spellings: [],
    members: new Set(),
    titles: new Set(),
    predicates: new Map(),
    activities: new Map(),
  };
}

function addStatements(
  { predicates, activities: known }: Statements,
  id: string,
  stated: readonly StatedPredicate[],
  activities: readonly string[],
  phrase?: SubjectPhrase,
): void {
  for (const { predicate, narrower, at } of stated) {
    const statements = predicates.get(predicate) ?? new Map<string, Statement>();
    predicates.set(predicate, statements);
    const before = statements.get(id);
    const closeness = phrase === undefined ? 1 : computeCloseness(phrase, at);
    statements.set(id, {
      closeness: Math.max(before?.closeness ?? 0, closeness),
      narrower: [...new Set([...(before?.narrower ?? []), ...narrower])],
    });
  }
  known.set(id, new Set([...(known.get(id) ?? []), ...activities]));
}

function computeCloseness({ at, stems, isCircumstance, isPlace }: SubjectPhrase, predicate: number): number {
  const before = at - predicate - 1;
  const gap = Math.max(0, predicate - at - stems.length, before);
  const isOther = isCircumstance || (isPlace && (before < 0 || before > maxPlaceGap));
  return ((isOther ? circumstanceFactor : 1) * halfDistance) / (halfDistance + gap);
}
