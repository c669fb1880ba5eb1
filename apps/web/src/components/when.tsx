import { formatAge, formatDay, formatMinute, formatUtc } from '../labels/times.ts';

const formats = { day: formatDay, minute: formatMinute, age: (at: string) => formatAge(at, Date.now()) };

interface Props {
  readonly at: string;
  readonly as?: keyof typeof formats;
}

/** An instant in the viewer's zone; pointing at it tells it in UTC. */
export function When({ at, as = 'minute' }: Props) {
  return (
    <time dateTime={at} title={formatUtc(at)}>
      {formats[as](at)}
    </time>
  );
}
