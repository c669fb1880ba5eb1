import type { Schemas } from '../api/refrain.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { formatHours, formatWhole } from '../labels/format.ts';
import { ShortNameList } from '../list/cells.tsx';
import type { Column } from '../list/column.ts';
import { EpisodeCount } from '../list/episode-count.tsx';
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
  /** Names the period of the figures: `Last 12 months`. */
  readonly periodName: string;
  /** The days of the period: `from 1 Sept 2026 to 30 Nov 2026`; empty before the first measurement. */
  readonly periodDays: string;
  /** The highest bar of all listed services. */
  readonly maxBar: number;
}

/** Returns the columns of the list of services. */
export function listServiceColumns({ hasOwners, maxBar, periodName, periodDays }: Options): readonly ServiceColumn[] {
  return [
    {
      title: 'Service',
      sort: { key: 'name', first: 'asc' },
      cell: (service) => <ServiceName service={service} />,
    },
    {
      title: periodName,
      hint: `Episodes in each twelfth of the period ${periodDays}. All rows have the same scale.`,
      width: 136,
      from: 'md',
      cell: ({ timeline }) => <Sparkline values={timeline} label="Episodes over time" max={maxBar} />,
    },
    {
      title: 'Patterns',
      hint: `Patterns with an episode in the period ${periodDays}`,
      width: 100,
      align: 'end',
      sort: { key: 'patterns', first: 'desc' },
      cell: ({ patterns }) => patterns,
    },
    {
      title: 'Episodes',
      hint: `Episodes that began in the period ${periodDays}. Failures of the same event are one episode.`,
      width: 110,
      align: 'end',
      sort: { key: 'episodes', first: 'desc' },
      cell: (service) => <EpisodeCount counts={service} />,
    },
    {
      title: 'Impact',
      hint: 'The total hours from start to resolution of the incidents',
      width: 110,
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
