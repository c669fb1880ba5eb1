import { dayInMs } from '@refrain/domain';
import type { PastChange } from './precheck.ts';
import { type ReadChange, readChange } from './read-change.ts';
import { createTermSimilarity } from './similarity.ts';
import { type Neighbourhood, type Taken, weighNeighbours } from './weigh-neighbours.ts';

export interface Weighed {
  /** Log-odds of failing against what is usual. */
  readonly riskScore: number;
  /** The usual rate of failures, in (0, 1). */
  readonly usual: number;
  readonly title: Neighbourhood;
  /** By files; null where they are not known. */
  readonly files: Neighbourhood | null;
  /** How much each failed change is behind the lean, by its number. */
  readonly behind: ReadonlyMap<number, number>;
}

/** What has become known so far, in the order of time. */
export interface PrecheckState {
  /** @returns its number, from 0 on */
  take(change: PastChange, read: ReadChange, at: number): number;
  /** That a change that was taken in has failed. */
  know(number: number, at: number): void;
  hasFailed(number: number): boolean;
  countFailed(): number;
  changeOf(number: number): PastChange;
  /** How much a word of `ReadChange` tells. */
  weighWord(term: string): number;
  /** How much a file or folder of `ReadChange` tells. */
  weighFile(name: string): number;
  /** @param now in ms since 1970, not before what was taken in */
  weigh(change: ReadChange, now: number): Weighed;
}

/** What failed lately is not settled yet: a change that is just like it leans by so much more, half of it after a week. */
const freshRisk = 2;
const freshHalfLife = 7 * dayInMs;
/** Before anything is known one in fifty is thought to fail. */
const prior = { failed: 1, all: 50 } as const;
/** Weak: where paths are known of failed changes only, that a path is among them must say nothing. */
const priorOfFiles = { failed: 0.5, all: 1 } as const;

export function createPrecheckState(): PrecheckState {
  const titles = createTermSimilarity();
  const files = createTermSimilarity();
  /** All words are observed, of failed changes only they are compared. */
  const words = createTermSimilarity();
  const taken: (Taken & { readonly change: PastChange })[] = [];
  const withFiles: (Taken & { readonly number: number })[] = [];
  const fileNumbers = new Map<number, number>();
  const failed: number[] = [];

  function findFresh(change: ReadChange, now: number): ReadonlyMap<number, number> {
    const fresh = new Map<number, number>();
    words.compare(change.words, (at, cosine) => {
      const number = failed[at] as number;
      const since = now - (taken[number]?.failedAt ?? now);
      fresh.set(number, cosine * 0.5 ** (since / freshHalfLife));
    });
    return fresh;
  }

  function weighFiles(own: ReadonlyMap<string, number>, now: number): Neighbourhood {
    const count = withFiles.reduce((sum, { failedAt }) => sum + (failedAt === null ? 0 : 1), 0);
    const usual = rateOf(count, withFiles.length, priorOfFiles);
    return weighNeighbours((each) => files.compare(own, each), withFiles, usual, now);
  }

  return {
    take(change, read, at) {
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
    know(number, at) {
      const own = taken[number];
      if (own === undefined || own.failedAt !== null) return;
      own.failedAt = at;
      failed.push(number);
      // Few fail: to read those again is less than to keep the words of all.
      words.add(readChange(own.change).words);
      const inFiles = withFiles[fileNumbers.get(number) ?? -1];
      if (inFiles !== undefined) inFiles.failedAt = at;
    },
    hasFailed: (number) => taken[number]?.failedAt != null,
    countFailed: () => failed.length,
    changeOf: (number) => (taken[number] as { change: PastChange }).change,
    weighWord: words.weigh,
    weighFile: files.weigh,
    weigh(change, now) {
      const usual = rateOf(failed.length, taken.length, prior);
      const title = weighNeighbours((each) => titles.compare(change.title, each), taken, usual, now);
      const byFiles = change.files === null ? null : weighFiles(change.files, now);
      const fresh = findFresh(change, now);
      const behind = new Map(title.behind);
      const add = (number: number, part: number): void => void behind.set(number, (behind.get(number) ?? 0) + part);
      for (const [at, part] of byFiles?.behind ?? []) add((withFiles[at] as { number: number }).number, part);
      for (const [number, part] of fresh) add(number, part);
      return {
        riskScore: title.logOdds + (byFiles?.logOdds ?? 0) + freshRisk * Math.max(0, ...fresh.values()),
        usual,
        title,
        files: byFiles,
        behind,
      };
    },
  };
}

function rateOf(failed: number, all: number, before: { readonly failed: number; readonly all: number }): number {
  return (failed + before.failed) / (all + before.all);
}
