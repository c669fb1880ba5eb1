import { dayInMs } from '@refrain/domain';
import { type ChangeTerms, extractChangeTerms } from './extract-change-terms.ts';
import type { PastChange } from './precheck.ts';
import { createTermSimilarityIndex } from './similarity.ts';
import { type ChangeTimes, type SimilarChangeRisk, weighSimilarChanges } from './weigh-similar-changes.ts';

export interface RiskEstimate {
  /** Log odds of failure relative to the base rate */
  readonly riskScore: number;
  /** Base rate of failures, in (0, 1) */
  readonly averageScore: number;
  /** Contribution of each failed change to the risk score, by change number */
  readonly contributions: ReadonlyMap<number, number>;
}

/** The changes and failures known so far. They must be added in chronological order. */
export interface PrecheckState {
  /** Adds a change and returns its number, which counts from 0. */
  addChange(change: PastChange, read: ChangeTerms, at: number): number;
  markFailed(number: number, at: number): void;
  hasFailed(number: number): boolean;
  countFailed(): number;
  changeOf(number: number): PastChange;
  weighWord(term: string): number;
  weighFile(name: string): number;
  /** @param now in ms since 1970, not before the last added change */
  estimateRisk(change: ChangeTerms, now: number): RiskEstimate;
}

/** Added to the risk score of a change identical to one that just failed, because the cause may still be there. */
const freshRisk = 2;
const freshHalfLife = 7 * dayInMs;
/** Prior base rate: until more is known, one of fifty changes is assumed to fail. */
const prior = { failed: 1, all: 50 } as const;
/**
 * Prior base rate of changes with known paths. It weighs little: if only failed changes have known paths, the base rate
 * comes close to 1, and shared paths are no evidence.
 */
const priorOfFiles = { failed: 0.5, all: 1 } as const;

export function createPrecheckState(): PrecheckState {
  const titles = createTermSimilarityIndex();
  const files = createTermSimilarityIndex();
  // Contains only failed changes, but its word frequencies are those of all changes.
  const words = createTermSimilarityIndex();
  const taken: (ChangeTimes & { readonly change: PastChange })[] = [];
  const withFiles: (ChangeTimes & { readonly number: number })[] = [];
  const fileNumbers = new Map<number, number>();
  const failed: number[] = [];

  function findFresh(change: ChangeTerms, now: number): ReadonlyMap<number, number> {
    const fresh = new Map<number, number>();
    words.compare(change.words, (at, cosine) => {
      const number = failed[at] as number;
      const since = now - (taken[number]?.failedAt ?? now);
      fresh.set(number, cosine * 0.5 ** (since / freshHalfLife));
    });
    return fresh;
  }

  function weighFiles(own: ReadonlyMap<string, number>, now: number): SimilarChangeRisk {
    const count = withFiles.reduce((sum, { failedAt }) => sum + (failedAt === null ? 0 : 1), 0);
    const baseRate = rateOf(count, withFiles.length, priorOfFiles);
    return weighSimilarChanges((each) => files.compare(own, each), withFiles, baseRate, now);
  }

  return {
    addChange(change, read, at) {
      const number = titles.add(read.title);
      titles.observe(read.title);
      words.observe(read.words);
      taken.push({ at, failedAt: null, change });
      if (read.files !== null) {
        fileNumbers.set(number, files.add(read.files));
        files.observe(read.files);
        withFiles.push({ at, failedAt: null, number });
      }
      return number;
    },
    markFailed(number, at) {
      const own = taken[number];
      if (own === undefined || own.failedAt !== null) return;
      own.failedAt = at;
      failed.push(number);
      // Few changes fail, so parsing them again costs less than keeping the words of all changes.
      words.add(extractChangeTerms(own.change).words);
      const inFiles = withFiles[fileNumbers.get(number) ?? -1];
      if (inFiles !== undefined) inFiles.failedAt = at;
    },
    hasFailed: (number) => taken[number]?.failedAt != null,
    countFailed: () => failed.length,
    changeOf: (number) => (taken[number] as { change: PastChange }).change,
    weighWord: words.weigh,
    weighFile: files.weigh,
    estimateRisk(change, now) {
      const baseRate = rateOf(failed.length, taken.length, prior);
      const title = weighSimilarChanges((each) => titles.compare(change.title, each), taken, baseRate, now);
      const byFiles = change.files === null ? null : weighFiles(change.files, now);
      const fresh = findFresh(change, now);
      const behind = new Map(title.failedWeights);
      const add = (number: number, part: number): void => void behind.set(number, (behind.get(number) ?? 0) + part);
      for (const [at, part] of byFiles?.failedWeights ?? []) add((withFiles[at] as { number: number }).number, part);
      for (const [number, part] of fresh) add(number, part);
      return {
        riskScore: title.logOdds + (byFiles?.logOdds ?? 0) + freshRisk * Math.max(0, ...fresh.values()),
        averageScore: baseRate,
        contributions: behind,
      };
    },
  };
}

function rateOf(failed: number, all: number, before: { readonly failed: number; readonly all: number }): number {
  return (failed + before.failed) / (all + before.all);
}
