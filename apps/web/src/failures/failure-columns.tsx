import type { Schemas } from '../api/refrain.ts';
import { FailureTime } from '../components/timestamp.tsx';
import { ShortServiceList } from '../list/cells.tsx';
import type { Column } from '../list/column.ts';
import { FailureKind, FailurePattern, FailureTitle, formatSeconds } from './failure-cells.tsx';

export const failureColumns: readonly Column<Schemas['ListedFailure']>[] = [
  {
    title: 'Started',
    width: 162,
    sort: { key: 'occurredAt', first: 'desc' },
    cell: (failure) => <FailureTime failure={failure} />,
  },
  {
    title: 'Failure',
    cell: (failure) => <FailureTitle failure={failure} />,
  },
  {
    title: 'Kind',
    width: 154,
    from: 'lg',
    cell: (failure) => <FailureKind failure={failure} />,
  },
  {
    title: 'Severity',
    hint: 'The priority in PagerDuty, the label in GitHub, or the severity in an imported file',
    width: 84,
    from: 'xl',
    cell: ({ severity }) => severity,
  },
  {
    title: 'Service',
    width: 140,
    from: 'lg',
    cell: ({ services, repository }) => (
      <ShortServiceList names={services.length > 0 || repository === null ? services : [repository]} />
    ),
  },
  {
    title: 'Duration',
    hint: 'From the start to the resolution of the record. If the text of an incident states another duration, its page shows both.',
    width: 96,
    align: 'end',
    sort: { key: 'duration', first: 'desc' },
    cell: ({ durationSeconds }) => formatSeconds(durationSeconds),
  },
  {
    title: 'Pattern',
    width: 260,
    from: 'md',
    cell: (failure) => <FailurePattern failure={failure} />,
  },
];
