import type { Schemas } from '../api/refrain.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { formatHours, formatWhole } from '../labels/format.ts';
import { ShortNameList } from '../list/cells.tsx';
import type { Column } from '../list/column.ts';
import { ServiceName } from './service-name.tsx';

type ServiceColumn = Column<Schemas['ServiceSummary']>;

const owner: ServiceColumn = {
  title: 'Owner',
  hint: 'The teams that own the service, according to CODEOWNERS, catalogue files or PagerDuty',
  width: 176,
  from: 'lg',
  cell: ({ teams }) => <ShortNameList names={teams} />,
};

interface Options {
  /** Whether the owner of any service is known. */
  readonly hasOwners: boolean;
  /** The highest bar of all listed services. */
  readonly maxBar: number;
}

/** Returns the columns of the list of services. */
export function listServiceColumns({ hasOwners, maxBar }: Options): readonly ServiceColumn[] {
  return [
    {
      title: 'Service',
      sort: { key: 'name', first: 'asc' },
      cell: (service) => <ServiceName service={service} />,
    },
    {
      title: 'Last 12 months',
      hint: 'Episodes in each of the last 12 months, oldest first. All rows have the same scale.',
      width: 136,
      from: 'md',
      cell: ({ months }) => <Sparkline values={months} label="Episodes in each of the last 12 months" max={maxBar} />,
    },
    {
      title: 'Patterns, 12 months',
      hint: 'Patterns with an episode in the last 12 months',
      width: 152,
      align: 'end',
      sort: { key: 'patterns', first: 'desc' },
      cell: ({ patterns }) => patterns,
    },
    {
      title: 'Episodes, 90 days',
      hint: 'Episodes in the last 90 days. Failures of the same event are one episode.',
      width: 160,
      align: 'end',
      sort: { key: 'episodes', first: 'desc' },
      cell: ({ episodes }) => episodes,
    },
    {
      title: 'Impact, 90 days',
      hint: 'The total hours from start to resolution of these episodes',
      width: 140,
      align: 'end',
      from: 'md',
      sort: { key: 'impactHours', first: 'desc' },
      cell: ({ impactHours }) => impactHours !== null && formatHours(impactHours),
    },
    {
      title: 'Last episode',
      hint: 'When the latest episode began',
      width: 130,
      sort: { key: 'lastAt', first: 'desc' },
      cell: ({ lastAt }) => <Timestamp at={lastAt} as="age" />,
    },
    ...(hasOwners ? [owner] : []),
    {
      title: 'Deployments, 90 days',
      hint: 'Production deployments of the repositories that the service runs from',
      width: 168,
      align: 'end',
      from: 'xl',
      sort: { key: 'deployments', first: 'desc' },
      cell: ({ deployments }) => deployments !== null && formatWhole(deployments),
    },
  ];
}
