import type { Schemas } from '../api/refrain.ts';
import { FailureTime } from '../components/timestamp.tsx';
import classes from '../list/cells.module.css';
import type { Column } from '../list/column.ts';
import { FailureExcerpt, FailureKind, FailurePattern, FailureTitle, formatSeconds } from './failure-cells.tsx';
import { FailurePlace } from './failure-place.tsx';

/** @param query the words of a search, which are highlighted in the title and in the excerpt of the text */
export const createFailureColumns = (query?: string): readonly Column<Schemas['ListedFailure']>[] => [
  {
    title: 'Started',
    width: 162,
    sort: { key: 'occurredAt', first: 'desc' },
    cell: (failure) => <FailureTime failure={failure} />,
  },
  {
    title: 'Failure',
    cell: (failure) => (
      <>
        <FailureTitle failure={failure} query={query} />
        <FailureExcerpt failure={failure} query={query} />
        <div className={`${classes.dimmed} ${classes.facts} mantine-hidden-from-lg`}>
          <FailureKind failure={failure} />
          <FailurePlace failure={failure} />
        </div>
      </>
    ),
  },
  {
    title: 'Kind',
    width: 158,
    from: 'lg',
    cell: (failure) => <FailureKind failure={failure} />,
  },
  {
    title: 'Severity',
    hint: 'The priority in PagerDuty, the label in GitHub, or the severity in an imported file',
    width: 76,
    from: 'xl',
    cell: ({ severity }) => severity,
  },
  {
    title: 'Service',
    hint: 'The service that failed; or the repository, with an icon, if its service is unknown',
    width: 156,
    from: 'lg',
    cell: (failure) => <FailurePlace failure={failure} wraps />,
  },
  {
    title: 'Duration',
    hint: 'From the start to the resolution of the record. If the text of an incident states another duration, its page shows both. “no end”: the record has no end, because the incident is open or nobody closed it.',
    width: 96,
    align: 'end',
    sort: { key: 'duration', first: 'desc' },
    cell: ({ kind, resolvedAt, durationSeconds }) =>
      kind === 'incident' && resolvedAt === null ? 'no end' : formatSeconds(durationSeconds),
  },
  {
    title: 'Pattern',
    width: 270,
    from: 'md',
    cell: (failure) => <FailurePattern failure={failure} />,
  },
];
