import { createHash } from 'node:crypto';
import { assessCause, type CauseExample, trainCauseModel } from '@refrain/analysis/evaluation';
import type { Cause } from '@refrain/domain';
import type { PredictedCause } from './score-causes-fully.ts';

/** A failure of which the cause is known. */
export interface KnownCause {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** At least one; a person's correction names the first. */
  readonly cause: readonly Cause[];
  /** Which part of the records it is tested in. */
  readonly fold: number;
  /** When it happened; null where that is not known. */
  readonly start: string | null;
}

/** What the product says of some failures once these others were corrected by a person, one by one. */
export function predictAfter(corrected: readonly KnownCause[], asked: readonly KnownCause[]): PredictedCause[] {
  const model = trainCauseModel(corrected.map(toExample));
  return asked.map(({ id, title, text }) => {
    const { cause, confidence } = assessCause({ title, text }, model);
    return { id, cause, confidence };
  });
}

/**
 * Each record's cause after corrections of records of the other folds, in the order of the folds.
 * @param most how many corrections at most, drawn by the seed
 */
export function predictByFolds(
  records: readonly KnownCause[],
  most = Number.POSITIVE_INFINITY,
  seed = 0,
): PredictedCause[] {
  const folds = [...new Set(records.map(({ fold }) => fold))].sort((a, b) => a - b);
  const drawn = shuffle(records, seed);
  return folds.flatMap((asked) =>
    predictAfter(
      drawn.filter(({ fold }) => fold !== asked).slice(0, most),
      records.filter(({ fold }) => fold === asked),
    ),
  );
}

/** The records with a date, the earlier ones to learn from and the rest to be asked of. @param share of the earlier ones */
export function splitInTime(
  records: readonly KnownCause[],
  share: number,
): { readonly earlier: readonly KnownCause[]; readonly later: readonly KnownCause[] } {
  const dated = records
    .flatMap((record) => (record.start === null ? [] : [{ record, at: Date.parse(record.start) }]))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((a, b) => a.at - b.at || (a.record.id < b.record.id ? -1 : 1))
    .map(({ record }) => record);
  const count = Math.floor(share * dated.length);
  return { earlier: dated.slice(0, count), later: dated.slice(count) };
}

function toExample({ id, title, text, cause }: KnownCause): CauseExample {
  return { id, group: id, document: { title, text }, cause: cause[0] ?? 'unknown', trigger: 'unknown', weight: 1 };
}

/** The same order on every machine. */
function shuffle(records: readonly KnownCause[], seed: number): KnownCause[] {
  return records
    .map((record) => ({ record, key: createHash('sha256').update(`${seed} ${record.id}`).digest('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ record }) => record);
}
