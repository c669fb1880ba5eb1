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

/**
 * Formats how long a failure lasted, and for how long its record was open if the text states another duration. Returns '' if no
 * duration is known.
 */
export function formatFailureDuration({
  occurredAt,
  resolvedAt,
  precision = 'instant',
  statedDuration,
}: Lasting): string {
  const open = resolvedAt !== null && !hasNoTimeOfDay(precision) ? formatDuration(occurredAt, resolvedAt) : '';
  if (!statedDuration) return open && `lasted ${open}`;
  const stated = formatHours(statedDuration.hours);
  return `lasted ${stated}${open === '' || open === stated ? '' : ` according to its text, was open for ${open}`}`;
}

export function hasNoTimeOfDay(precision: Schemas['ListedFailure']['precision']): precision is 'day' | 'month' {
  return precision === 'day' || precision === 'month';
}
