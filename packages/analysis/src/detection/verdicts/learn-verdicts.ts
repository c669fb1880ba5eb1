import { type Failure, isUndecidedRevert } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { sumCrossValidatedErrors } from '../../stats/cross-validate.ts';
import { toLogOdds, toProbability } from '../../stats/log-odds.ts';
import { type LogisticWeights, trainLogisticRegression } from '../../stats/logistic-regression.ts';
import { countStems } from '../../text/count-stems.ts';
import { createVocabulary, toVocabularyVector } from '../../text/vocabulary.ts';
import { findTitleTemplates, parseTitleWords } from '../reverts/title-template.ts';
import { groupComparableReverts } from './comparable-reverts.ts';

/** Whether a record is a failure, as people or the corrections of similar records decided. */
export interface DecidedVerdict {
  readonly failureId: string;
  readonly isFailure: boolean;
  /** From 0 to 1; 1 if a person decided it. */
  readonly confidence: number;
}

/** Names and values of a revert's features: `title:…` (template), `basis:…` (how it was judged) and `word:…`. */
type RevertFeatures = readonly (readonly [string, number])[];

interface RevertExample {
  readonly revert: Failure;
  readonly isFailure: boolean;
  readonly features: RevertFeatures;
}

/** Strength with which a feature is kept near 0: the higher, the more corrections a change of verdict needs. */
const penalties: Readonly<Record<string, number>> = { title: 1, basis: 2, word: 1 };
/** Minimum absolute log-odds of a learnt verdict, as in `judgeRevert`. */
const minLogOdds = 0.5;
/** Minimum decrease of the summed Brier scores with which verdicts may depend on words and on how reverts were judged. */
const minImprovement = 1;
/** Minimum number of confirmed verdicts for it: corrections of mistakes alone do not show how many verdicts are right. */
const minConfirmed = 5;

/**
 * Judges reverts like similar ones that a person judged. Lists only reverts whose verdict changes. Reverts with a similar
 * title are similar. Reverts with similar words, and reverts that were judged in the same way, are similar only if this
 * predicts the other decisions clearly better. An unclear revert changes only because of its title.
 * @param decided decisions about single failures, by failure id
 */
export function learnVerdicts(
  failures: readonly Failure[],
  decided: ReadonlyMap<string, boolean>,
): readonly DecidedVerdict[] {
  const judged = failures.filter(({ id, kind }) => kind === 'reverted_change' && decided.has(id));
  if (judged.length === 0) return [];
  const templateOf = findTemplates(failures, new Set(judged.map(({ repository }) => repository)));
  const readTitle = ({ id }: Failure): RevertFeatures => {
    const template = templateOf.get(id);
    return template === undefined ? [] : [[`title:${template}`, 1]];
  };
  const readAll = createReader(judged, readTitle);
  const toExamples = (read: (revert: Failure) => RevertFeatures) =>
    [...judged]
      .sort((a, b) => compareStrings(a.id, b.id))
      .map((revert) => ({ revert, isFailure: decided.get(revert.id) === true, features: read(revert) }));
  const read = isWideModelBetter(toExamples(readTitle), toExamples(readAll)) ? readAll : readTitle;
  const weightOf = trainFeatureWeights(toExamples(read));
  return failures.flatMap((revert) => {
    if (revert.kind !== 'reverted_change' || decided.has(revert.id)) return [];
    return changeVerdict(revert, sumWeights(read(revert), weightOf));
  });
}

/** Maps the ids of reverts to the template of their titles, which includes the repository. */
function findTemplates(
  failures: readonly Failure[],
  repositories: ReadonlySet<string | null>,
): ReadonlyMap<string, string> {
  const templateOf = new Map<string, string>();
  for (const [repository, reverts] of groupComparableReverts(failures)) {
    if (!repositories.has(repository)) continue;
    for (const [template, positions] of findTitleTemplates(reverts.map(({ title }) => parseTitleWords(title))))
      for (const at of positions) templateOf.set(reverts[at]?.id ?? '', `${repository} ${template}`);
  }
  return templateOf;
}

/** Creates a function that reads all features of a revert. Unclear reverts have only the features of their title. */
function createReader(
  judged: readonly Failure[],
  readTitle: (revert: Failure) => RevertFeatures,
): (revert: Failure) => RevertFeatures {
  const vocabulary = createVocabulary(judged.map((revert) => ({ group: revert.id, words: countStems(revert) })));
  return (revert) => {
    if (isUndecidedRevert(revert)) return readTitle(revert);
    const { isFailure, confidence, decidingWords = [] } = revert;
    const basis = [isFailure, decidingWords.length > 0, confidence < minClearConfidence].join(' ');
    const words = toVocabularyVector(countStems(revert), vocabulary);
    return [
      ...readTitle(revert),
      [`basis:${basis}`, 1],
      ...words.map(([word, value]) => [`word:${word}`, value] as const),
    ];
  };
}

/** Confidence below which a verdict counts as vague, for example because the reverted change is unknown. */
const minClearConfidence = 0.6;

function isWideModelBetter(byTitle: readonly RevertExample[], wide: readonly RevertExample[]): boolean {
  const confirmed = byTitle.filter(
    ({ revert, isFailure }) => revert.isFailure === isFailure && !isUndecidedRevert(revert),
  );
  if (confirmed.length < minConfirmed) return false;
  const sumErrors = (examples: readonly RevertExample[]) =>
    sumCrossValidatedErrors(
      examples.map((example) => [example]),
      trainFeatureWeights,
      (weightOf, { revert, isFailure, features }) => {
        const logOdds = toPriorLogOdds(revert) + sumWeights(features, weightOf);
        return (toProbability(logOdds) - Number(isFailure)) ** 2;
      },
    );
  return sumErrors(byTitle) - sumErrors(wide) >= minImprovement;
}

/** Returns the log-odds that the revert responds to a failure, according to its own record. */
function toPriorLogOdds(revert: Failure): number {
  if (isUndecidedRevert(revert)) return 0;
  return revert.isFailure ? toLogOdds(revert.confidence) : -toLogOdds(revert.confidence);
}

/** Trains how much each feature raises the log-odds of a failure. */
function trainFeatureWeights(examples: readonly RevertExample[]): ReadonlyMap<string, number> {
  const names = [...new Set(examples.flatMap(({ features }) => features.map(([name]) => name)))].sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const weights: LogisticWeights = trainLogisticRegression(
    examples.map(({ revert, isFailure, features }) => ({
      features: { at: features.map(([name]) => numbers.get(name) ?? 0), values: features.map(([, value]) => value) },
      prior: [0, toPriorLogOdds(revert)],
      label: Number(isFailure),
      weight: 1,
    })),
    2,
    names.map((name) => penalties[name.slice(0, name.indexOf(':'))] ?? 1),
  );
  return new Map(names.map((name, at) => [name, (weights[2 * at + 1] ?? 0) - (weights[2 * at] ?? 0)]));
}

function sumWeights(features: RevertFeatures, weightOf: ReadonlyMap<string, number>): number {
  return features.reduce((sum, [name, value]) => sum + value * (weightOf.get(name) ?? 0), 0);
}

function changeVerdict(revert: Failure, learnt: number): DecidedVerdict[] {
  const logOdds = toPriorLogOdds(revert) + learnt;
  const isFailure = logOdds > 0;
  const isChanged = isFailure !== revert.isFailure || isUndecidedRevert(revert);
  if (learnt === 0 || !isChanged || Math.abs(logOdds) < minLogOdds) return [];
  const confidence = Math.round(100 * toProbability(Math.abs(logOdds))) / 100;
  return [{ failureId: revert.id, isFailure, confidence }];
}
