import type { Schemas } from '../api/refrain.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { improvementStateLabels } from '../labels/domain-labels.ts';
import { capitalise, formatHours } from '../labels/format.ts';
import { listLocations } from '../labels/list-locations.ts';
import { ShortNameList, ShortServiceList } from '../list/cells.tsx';
import type { Column } from '../list/column.ts';
import { EpisodeCount } from './episode-count.tsx';
import { PatternSummary } from './pattern-summary.tsx';

type PatternColumn = Column<Schemas['ListedPattern']>;

const owner: PatternColumn = {
  title: 'Owner',
  hint: 'The teams that own the services or repositories, by the catalogue',
  width: 130,
  from: 'xl',
  cell: ({ teams }) => <ShortNameList names={teams} />,
};

interface Options {
  /** Whether the owner of any pattern is known. */
  readonly hasOwners: boolean;
  /** Names the period of the figures: `Last 12 months`. */
  readonly periodName: string;
  /** The days of the period: `from 1 Sept 2026 to 30 Nov 2026`; empty before the first measurement. */
  readonly periodDays: string;
  /** The highest bar of all listed patterns. */
  readonly maxBar: number;
}

/** Returns the columns of the list of patterns. */
export function listPatternColumns({ hasOwners, periodName, periodDays, maxBar }: Options): readonly PatternColumn[] {
  return [
    {
      title: 'Pattern',
      sort: { key: 'name', first: 'asc' },
      cell: (pattern) => <PatternSummary pattern={pattern} />,
    },
    {
      title: periodName,
      hint: `Episodes in each twelfth of the period ${periodDays}. All rows have the same scale.`,
      width: 124,
      from: 'md',
      cell: ({ timeline }) => <Sparkline values={timeline} label="Episodes over time" max={maxBar} />,
    },
    {
      title: 'Episodes',
      hint: `Episodes that began in the period ${periodDays}`,
      width: 96,
      align: 'end',
      sort: { key: 'episodes', first: 'desc' },
      cell: (pattern) => <EpisodeCount pattern={pattern} />,
    },
    {
      title: 'Impact',
      hint: `The total hours of the episodes with a known duration, in the period ${periodDays}`,
      width: 90,
      align: 'end',
      from: 'md',
      sort: { key: 'impactHours', first: 'desc' },
      cell: ({ impactHours }) => impactHours !== null && formatHours(impactHours),
    },
    {
      title: 'Last seen',
      hint: 'The newest failure, in the period or later',
      width: 132,
      sort: { key: 'lastAt', first: 'desc' },
      cell: ({ lastAt }) => <Timestamp at={lastAt} as="age" />,
    },
    {
      title: 'Services',
      width: 150,
      from: 'xl',
      cell: (pattern) => <ShortServiceList names={listLocations(pattern)} />,
    },
    ...(hasOwners ? [owner] : []),
    {
      title: 'Improvement',
      width: 110,
      from: 'lg',
      cell: ({ improvement }) => improvement && capitalise(improvementStateLabels[improvement.state]),
    },
  ];
}
