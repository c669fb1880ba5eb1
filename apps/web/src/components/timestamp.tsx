import type { Schemas } from '../api/refrain.ts';
import {
  formatDate,
  formatDay,
  formatDayAndTime,
  formatDuration,
  formatHours,
  formatRelativeTime,
  formatTimeOfDay,
  formatUtc,
} from '../labels/times.ts';

const formats = {
  day: formatDay,
  minute: formatDayAndTime,
  time: formatTimeOfDay,
  age: (at: string) => formatRelativeTime(at, Date.now()),
};

/** Shows an instant in the viewer's time zone, with UTC in the tooltip. */
export function Timestamp({ at, as = 'minute' }: { readonly at: string; readonly as?: keyof typeof formats }) {
  return (
    <time dateTime={at} title={formatUtc(at)}>
      {formats[as](at)}
    </time>
  );
}

type Times = Pick<Schemas['ListedFailure'], 'occurredAt' | 'resolvedAt'> &
  Partial<Pick<Schemas['ListedFailure'], 'precision'>>;

interface FailureTimeProps {
  readonly failure: Times;
  readonly as?: 'day' | 'minute' | 'age';
}

/** Shows when a failure began, with the precision of the stored time. */
export function FailureTime({ failure: { occurredAt, precision = 'instant' }, as = 'minute' }: FailureTimeProps) {
  if (hasNoTimeOfDay(precision))
    return (
      <time dateTime={occurredAt.slice(0, precision === 'day' ? 10 : 7)}>{formatDate(occurredAt, precision)}</time>
    );
  return <Timestamp at={occurredAt} as={as} />;
}

interface Lasting extends Times {
  /** How long the failure lasted by its text. Measurements prefer this duration. */
  readonly statedDuration?: Schemas['FailureResponse']['statedDuration'] | undefined;
}

/** Formats how long a failure lasted: by its text if that states it, otherwise by its record. Returns '' if neither is known. */
export function formatFailureDuration({
  occurredAt,
  resolvedAt,
  precision = 'instant',
  statedDuration,
}: Lasting): string {
  if (statedDuration) return `lasted ${formatHours(statedDuration.hours)}`;
  return resolvedAt !== null && !hasNoTimeOfDay(precision) ? `lasted ${formatDuration(occurredAt, resolvedAt)}` : '';
}

export function hasNoTimeOfDay(precision: Schemas['ListedFailure']['precision']): precision is 'day' | 'month' {
  return precision === 'day' || precision === 'month';
}
