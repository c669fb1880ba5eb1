import { formatAge, formatDay, formatDayAndTime, formatUtc } from '../labels/times.ts';

const formats = { day: formatDay, minute: formatDayAndTime, age: (at: string) => formatAge(at, Date.now()) };

interface Props {
  readonly at: string;
  readonly as?: keyof typeof formats;
}

/** Shows an instant in the viewer's time zone, with UTC in the tooltip. */
export function Timestamp({ at, as = 'minute' }: Props) {
  return (
    <time dateTime={at} title={formatUtc(at)}>
      {formats[as](at)}
    </time>
  );
}
