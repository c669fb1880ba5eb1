import { createHash } from 'node:crypto';
import { assessCause, type CauseTrainingExample, trainCauseModel } from '@refrain/analysis/evaluation';
import type { Cause } from '@refrain/domain';
import type { PredictedCause } from './score-causes-in-detail.ts';

export interface RecordWithCause {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** True causes, at least one. A simulated correction uses the first one. */
  readonly cause: readonly Cause[];
  /** Number of the cross-validation fold in which the record is tested. */
  readonly fold: number;
  readonly start: string | null;
}

export function predictAfterCorrections(
  corrected: readonly RecordWithCause[],
  records: readonly RecordWithCause[],
): PredictedCause[] {
  const model = trainCauseModel(corrected.map(toExample));
  return records.map(({ id, title, text }) => {
    const { cause, confidence } = assessCause({ title, text }, model);
    return { id, cause, confidence };
  });
}

/**
 * Predicts the cause of each record after at most `most` simulated corrections of records in the other folds. The seed determines which
 * records are corrected.
 */
export function predictByFolds(
  records: readonly RecordWithCause[],
  most = Number.POSITIVE_INFINITY,
  seed = 0,
): PredictedCause[] {
  const folds = [...new Set(records.map(({ fold }) => fold))].sort((a, b) => a - b);
  const drawn = shuffle(records, seed);
  return folds.flatMap((tested) =>
    predictAfterCorrections(
      drawn.filter(({ fold }) => fold !== tested).slice(0, most),
      records.filter(({ fold }) => fold === tested),
    ),
  );
}

/** Splits the records that have a date into earlier and later ones. `share` is the share of the earlier records. */
export function splitByDate(
  records: readonly RecordWithCause[],
  share: number,
): { readonly earlier: readonly RecordWithCause[]; readonly later: readonly RecordWithCause[] } {
  const dated = records
    .flatMap((record) => (record.start === null ? [] : [{ record, at: Date.parse(record.start) }]))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((a, b) => a.at - b.at || (a.record.id < b.record.id ? -1 : 1))
    .map(({ record }) => record);
  const count = Math.floor(share * dated.length);
  return { earlier: dated.slice(0, count), later: dated.slice(count) };
}

function toExample({ id, title, text, cause }: RecordWithCause): CauseTrainingExample {
  return { id, group: id, document: { title, text }, cause: cause[0] ?? 'unknown', trigger: 'unknown', weight: 1 };
}

function shuffle(records: readonly RecordWithCause[], seed: number): RecordWithCause[] {
  return records
    .map((record) => ({ record, key: createHash('sha256').update(`${seed} ${record.id}`).digest('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ record }) => record);
}
