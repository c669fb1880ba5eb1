import { compareStrings } from '../../collections/compare-strings.ts';
import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { type ChosenPredicate, chooseActivity, choosePredicate, chooseTellingPredicate } from './choose-predicate.ts';
import { countNames } from './count-names.ts';
import { computeLogFrequencyRatio } from './distinguishing-terms.ts';
import { activityPredicates, failureNoun, failureNounSpecificity, listActivities } from './failing-predicates.ts';
import { countSupport } from './find-shared-clause.ts';
import { isOrdinaryWord } from './list-component-names.ts';
import { readSubjects, type Statements, type Subject } from './read-subjects.ts';

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
/** Minimum share of the mentions of a subject that have a preferred form */
const minPreferred = 0.2;

/** Finds what most members say fails, and how; null if they name nothing in common. Does not depend on their order. */
export function findAgreedFailure(input: AgreedFailureInput): AgreedFailure | null {
  const minCount = countSupport(input.members.length);
  const { subjects, all } = readSubjects(input.members, input.rootCauseOf);
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

/** Names an activity that fails, such as “deployments”, if the members share no other subject. */
function findFailingActivity(all: Statements, minCount: number): AgreedFailure | null {
  const subject = chooseActivity(all, minCount);
  const predicate = choosePredicate(all, minCount);
  if (subject === null || predicate === null || !activityPredicates.has(predicate.written)) return null;
  return { subject, predicate: predicate.written, place: null, isSpecific: true, isTogether: true };
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
  return `${writeSingular(written)} ${activity}`;
}

function writeSingular(written: string): string {
  return written.replace(/(?<=\p{L}{2})ies$/u, 'y').replace(/(?<=[^s])s$/u, '');
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
