import { isBlameless } from '../../blameless/is-blameless.ts';
import { sentenceEndPattern } from '../../causes/weigh-sentences.ts';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { extractOriginalTitle } from '../../text/extract-original-title.ts';
import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { stripStatusPageOpening } from './clauses.ts';
import { countNames } from './count-names.ts';
import { computeLogFrequencyRatio } from './distinguishing-terms.ts';
import {
  activityPredicates,
  failingPredicates,
  failureNoun,
  failureNounSpecificity,
  isDenial,
  listActivities,
  listPredicates,
  type StatedPredicate,
} from './failing-predicates.ts';
import { countSupport } from './find-shared-clause.ts';
import { isOrdinaryWord } from './list-component-names.ts';
import { listSubjectPhrases, type SubjectPhrase } from './list-subject-phrases.ts';
import { readAccount } from './read-summary.ts';

export interface AgreedFailureInput {
  readonly members: readonly FailureDocument[];
  readonly normalised: readonly NormalisedDocument[];
  readonly statistics: CorpusStatistics;
  /** The stated root causes by failure id, which often say what failed better than the beginning of a report */
  readonly rootCauseOf: ReadonlyMap<string, string>;
}

/** The failure that at least half of the members state. */
export interface AgreedFailure {
  readonly subject: string;
  /** A word such as “unavailable”; empty if the subject says how it fails; null if the members state different failures */
  readonly predicate: string | null;
  /** The name of a product or a place that most members mention too, for a subject that does not say where it is; null if there is none */
  readonly place: string | null;
  /** Whether the predicate says more than that the subject is degraded */
  readonly isSpecific: boolean;
  /** Whether the members state the predicate in sentences about the subject */
  readonly isTogether: boolean;
}

/** Minimum log ratio of the frequency of a subject's words among the members to that in other failures */
const minContrast = 0.4;
/** Factor of a subject by its number of words: a single word often says too little. */
const lengthFactor = (words: number) => (words === 1 ? 0.6 : words === 2 ? 1 : 1.1);
/** Strength of a subject of which the members state no predicate, relative to one of which all state that it fails */
const strengthWithoutPredicate = 0.3;
/** A phrase is extended to a longer one if at least this share of its members use the longer one. */
const minExtension = 0.5;
/** Minimum share of the members stating a predicate that state a narrower one */
const minNarrowerShare = 0.6;
/** Number of words between a subject and a predicate that halves their closeness */
const halfDistance = 6;
/** Factor of a phrase that a sentence names as a place or a cause, as “the index” in “missing from the index” */
const circumstanceFactor = 0.4;
/** Number of words between a predicate and its subject in a phrase such as “delays in deliveries” */
const maxPlaceGap = 2;
/** Minimum share of the mentions of a subject that have a preferred form */
const minPreferred = 0.2;

/** Maximum length of the sentences that are read of an account, about 100 words */
const maxAccountLength = 700;

/** Matches addresses, assignments and calls, of which a sentence that people wrote has few. */
const codeWord = /\S[=(]\S|:\/\/|\w\.\w+\.\w/gu;
const maxCodeWords = 1;
/** Matches lines of a form, such as “Review on: 2024-05-07”. */
const formLine = /^\W{0,4}[\p{L} ]{3,30}:\W{0,6}\d/u;

/** How a member states a predicate. */
interface Statement {
  /** 1 if the predicate is next to the subject, and less the farther away it is */
  readonly closeness: number;
  readonly narrower: readonly string[];
}

/** The predicates and activities that members state, by their ids. */
interface Statements {
  /** Maps the index of each predicate to how each member states it. */
  readonly predicates: Map<number, Map<string, Statement>>;
  readonly activities: Map<string, Set<string>>;
}

interface Subject extends Pick<SubjectPhrase, 'key' | 'stems'>, Statements {
  readonly spellings: string[];
  readonly members: Set<string>;
  readonly titles: Set<string>;
}

interface ChosenPredicate {
  readonly written: string;
  /** Number of members that state the predicate, of which those count less that state it far from the subject */
  readonly weight: number;
  readonly specificity: number;
}

/** Finds what most members say fails, and how; null if they name nothing in common. Does not depend on their order. */
export function findAgreedFailure(input: AgreedFailureInput): AgreedFailure | null {
  const minCount = countSupport(input.members.length);
  const { subjects, all } = readSubjects(input);
  const supported = subjects.filter(({ members }) => members.size >= minCount);
  const contrastOf = createContrast(input);
  const best = chooseSubject(supported, input, contrastOf);
  if (best === null) return findFailingActivity(all, minCount);
  const whole = extend(best.subject, supported, minCount);
  const together = isFailureNoun(whole)
    ? choosePredicateOf(whole, minCount)
    : (best.predicate ?? choosePredicate(whole, minCount));
  const predicate = together ?? chooseTellingPredicate(all, minCount);
  return {
    subject: writeSubject(whole, predicate, minCount),
    predicate: predicate && writePredicate(whole, predicate),
    isSpecific: predicate !== null && predicate.specificity >= 1,
    place: choosePlace(whole, supported, contrastOf),
    isTogether: together !== null,
  };
}

/** Chooses the subject that most members name and other failures do not, preferably one of which they state a predicate. */
function chooseSubject(
  subjects: readonly Subject[],
  { members }: AgreedFailureInput,
  contrastOf: (stems: readonly string[]) => number,
): { readonly subject: Subject; readonly predicate: ChosenPredicate | null } | null {
  const rated = subjects.flatMap((subject) => {
    const isWord = subject.stems.length === 1;
    if (isWord && (isFailureNoun(subject) || (subject.titles.size === 0 && isOrdinaryWord(subject.key, members))))
      return [];
    const contrast = contrastOf(subject.stems);
    if (contrast < minContrast) return [];
    const predicate = choosePredicateOf(subject, countSupport(members.length));
    const strength =
      predicate === null ? strengthWithoutPredicate : (predicate.weight / members.length) * predicate.specificity;
    const share = (subject.members.size / members.length) * (1 + subject.titles.size / members.length);
    return [{ subject, predicate, score: share * contrast * lengthFactor(subject.stems.length) * strength }];
  });
  return rated.sort((a, b) => b.score - a.score || compareStrings(a.subject.key, b.subject.key))[0] ?? null;
}

/** Chooses the most frequent name of several capitalised words that shares no word with the subject. */
function choosePlace(
  subject: Subject,
  subjects: readonly Subject[],
  contrastOf: (stems: readonly string[]) => number,
): string | null {
  const names = subjects.filter(
    ({ stems, spellings }) =>
      stems.length > 1 &&
      !stems.some((one) => subject.stems.includes(one)) &&
      spellings.every((spelling) => /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u.test(spelling)) &&
      contrastOf(stems) >= minContrast,
  );
  const [best] = names.sort((a, b) => b.members.size - a.members.size || compareStrings(a.key, b.key));
  return best === undefined ? null : chooseSpelling(best.spellings);
}

/** Returns a function that computes the mean contrast of words between the members and other failures. */
function createContrast({ normalised, statistics }: AgreedFailureInput): (stems: readonly string[]) => number {
  const contrastOf = (term: string) => {
    const inside = normalised.filter(({ terms }) => terms.has(term)).length;
    if (inside === 0) return 0;
    return computeLogFrequencyRatio(inside, normalised.length, statistics.countDocuments(term), statistics.documents);
  };
  return (stems) => stems.reduce((sum, term) => sum + contrastOf(term), 0) / stems.length;
}

/** Returns the longest phrase of which a phrase is mostly a part, as “Depot Ledgers” is of “Parcel Depot Ledgers”. */
function extend(part: Subject, subjects: readonly Subject[], minCount: number): Subject {
  const [longer] = subjects
    .filter(
      ({ key, stems, members }) =>
        stems.length === part.stems.length + 1 &&
        (key.startsWith(`${part.key} `) || key.endsWith(` ${part.key}`)) &&
        members.size >= Math.max(minCount, minExtension * part.members.size),
    )
    .sort(
      (a, b) =>
        b.members.size - a.members.size || b.spellings.length - a.spellings.length || compareStrings(a.key, b.key),
    );
  return longer === undefined ? part : extend(longer, subjects, minCount);
}

/** Chooses the predicate of a subject; an empty one if the subject itself says how it fails, as “packet loss” does. */
function choosePredicateOf(subject: Subject, minCount: number): ChosenPredicate | null {
  if (!isFailureNoun(subject)) return choosePredicate(subject, minCount);
  return { written: '', weight: subject.members.size, specificity: failureNounSpecificity };
}

/** Chooses the predicate that most members state, weighted by how much it says. */
function choosePredicate({ predicates }: Statements, minCount: number): ChosenPredicate | null {
  const rated = [...predicates].flatMap(([at, statements]) => {
    const predicate = failingPredicates[at];
    if (predicate === undefined || statements.size < minCount) return [];
    const all = [...statements.values()];
    const minNarrower = Math.max(minCount, minNarrowerShare * all.length);
    const [narrower, next] = countNames(
      all.map((statement) => statement.narrower),
      minNarrower,
    );
    const isClear = narrower !== undefined && narrower.count > (next?.count ?? 0);
    return [
      {
        written: isClear ? narrower.name : predicate.written,
        weight: all.reduce((sum, { closeness }) => sum + closeness, 0),
        specificity: predicate.specificity,
      },
    ];
  });
  const rate = ({ weight, specificity }: ChosenPredicate) => weight * specificity;
  return rated.sort((a, b) => rate(b) - rate(a) || compareStrings(a.written, b.written))[0] ?? null;
}

/** Chooses a predicate that members state of anything. Every report says that something fails or is degraded. */
function chooseTellingPredicate(all: Statements, minCount: number): ChosenPredicate | null {
  const predicate = choosePredicate(all, minCount);
  return predicate !== null && predicate.specificity > 1 ? predicate : null;
}

/** Names an activity that fails, such as “deployments”, if the members share no other subject. */
function findFailingActivity(all: Statements, minCount: number): AgreedFailure | null {
  const subject = chooseActivity(all, minCount);
  const predicate = choosePredicate(all, minCount);
  if (subject === null || predicate === null || !activityPredicates.has(predicate.written)) return null;
  return { subject, predicate: predicate.written, place: null, isSpecific: true, isTogether: true };
}

function chooseActivity({ activities }: Statements, minCount: number): string | null {
  const named = [...activities.values()].map((own) => [...own]);
  return countNames(named, minCount)[0]?.name ?? null;
}

function isFailureNoun({ spellings }: Subject): boolean {
  return spellings.some((spelling) => failureNoun.test(spelling));
}

/** Writes a subject with the activity that fails, as in “invoice creation”. */
function writeSubject(subject: Subject, predicate: ChosenPredicate | null, minCount: number): string {
  const written = chooseSpelling(subject.spellings);
  if (predicate === null || !activityPredicates.has(predicate.written)) return written;
  const activity = chooseActivity(subject, minCount);
  if (activity === null || listActivities(written).includes(activity)) return written;
  return `${written.replace(/(?<=[^s])s$/u, '')} ${activity}`;
}

function writePredicate({ spellings }: Subject, { written }: ChosenPredicate): string {
  return written === 'lost' && !/s$/u.test(chooseSpelling(spellings)) ? 'losing data' : written;
}

/** Returns the most frequent spelling; prefers the plural, because a name without an article reads better with it. */
function chooseSpelling(spellings: readonly string[]): string {
  const preferred = [/^\p{Ll}.*[^s]s$/u, /[^s]s$/u, /^\p{Ll}/u].map((form) =>
    spellings.filter((one) => form.test(one)),
  );
  const chosen = preferred.find((some) => some.length >= minPreferred * spellings.length) ?? spellings;
  return countNames(chosen.map((spelling) => [spelling]))[0]?.name ?? '';
}

/** Lists the phrases in the titles, summaries and root causes of the members, and what these state of each phrase and in all. */
function readSubjects(input: AgreedFailureInput): { readonly subjects: readonly Subject[]; readonly all: Statements } {
  const subjects = new Map<string, Subject>();
  const all: Statements = { predicates: new Map(), activities: new Map() };
  for (const member of input.members) {
    for (const [at, sentence] of listSentences(member, input.rootCauseOf.get(member.id)).entries()) {
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
