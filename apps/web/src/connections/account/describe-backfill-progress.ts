import type { Schemas } from '../../api/refrain.ts';
import { count, formatPercent, formatTwoSignificantDigits } from '../../labels/format.ts';
import { formatDay, formatDurationMinutes } from '../../labels/times.ts';
import { parseStreamName } from './describe-stream.ts';

type Progress = Schemas['BackfillProgress'];

export function isBackfillInProgress({ state, pending }: Pick<Progress, 'state' | 'pending'>): boolean {
  return state === 'running' || pending > 0;
}

/** An estimate can be too low, and a running backfill is not complete. */
const maxShownShare = 0.99;

/** Returns the ingested share of the expected records in [0, 1]; null if the expected number is unknown. */
export function findIngestedShare({ records, expected }: Pick<Progress, 'records' | 'expected'>): number | null {
  return expected === null || expected === 0 ? null : Math.min(maxShownShare, records / expected);
}

export function describeBackfillProgress(progress: Progress): string {
  const { state, records, expected, since, streams } = progress;
  if (state === 'none') return 'No history has been imported yet.';
  const reach = since === null ? 'full history' : `since ${formatDay(since)}`;
  if (state === 'done')
    return since === null ? 'All history has been imported.' : `History ${reach} has been imported.`;
  if (state === 'failed') {
    const failed = streams.filter((stream) => stream.state === 'failed').length;
    return `${failed} of ${count(streams.length, 'stream')} failed.`;
  }
  const share = findIngestedShare(progress);
  const done = share === null ? '' : ` (${formatPercent(share)})`;
  return expected === null
    ? `Importing history: ${count(records, 'record')} so far, ${reach}.`
    : `Importing history: ${records.toLocaleString('en')} of about ${formatTwoSignificantDigits(expected)} records${done}, ${reach}.`;
}

export function describeIngestThroughput({ state, perSecond, secondsLeft, pending }: Progress): string {
  const parts = [
    ...(state === 'running' && perSecond !== null
      ? [`${formatTwoSignificantDigits(perSecond)} records per second`]
      : []),
    ...(state === 'running' && secondsLeft !== null
      ? [`about ${formatDurationMinutes(toMinutes(secondsLeft))} left`]
      : []),
    ...(pending > 0 ? [`${count(pending, 'record')} to process`] : []),
  ];
  return parts.join(' · ');
}

const toMinutes = (seconds: number) => Math.max(1, Math.round(seconds / 60));

export interface StreamKindCounts {
  readonly kind: string;
  readonly streams: number;
  readonly done: number;
  readonly failed: number;
  readonly records: number;
}

export function groupStreamsByKind(streams: readonly Schemas['StreamProgress'][]): readonly StreamKindCounts[] {
  const groups = new Map<string, StreamKindCounts>();
  for (const { stream, state, records } of streams) {
    const { kind } = parseStreamName(stream);
    const group = groups.get(kind) ?? { kind, streams: 0, done: 0, failed: 0, records: 0 };
    groups.set(kind, {
      kind,
      streams: group.streams + 1,
      done: group.done + (state === 'done' ? 1 : 0),
      failed: group.failed + (state === 'failed' ? 1 : 0),
      records: group.records + records,
    });
  }
  return [...groups.values()].sort((a, b) => a.kind.localeCompare(b.kind, 'en'));
}
