import type { Schemas } from '../api/refrain.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { improvementStateLabels } from '../labels/domain-labels.ts';
import { capitalise, formatHours } from '../labels/format.ts';
import { ShortNameList, ShortServiceList } from '../list/cells.tsx';
import type { Column } from '../list/column.ts';
import { PatternSummary } from './pattern-summary.tsx';

type PatternColumn = Column<Schemas['ListedPattern']>;

const owner: PatternColumn = {
  title: 'Owner',
  hint: 'The teams that own the services or repositories, by the catalogue',
  width: 130,
  from: 'xl',
  cell: ({ teams }) => <ShortNameList names={teams} />,
};

/** Returns the columns of the list of patterns. `hasOwners` tells whether the owner of any pattern is known. */
export function listPatternColumns(hasOwners: boolean): readonly PatternColumn[] {
  return [
    {
      title: 'Pattern',
      sort: { key: 'name', first: 'asc' },
      cell: (pattern) => <PatternSummary pattern={pattern} />,
    },
    {
      title: 'Last 12 months',
      width: 118,
      from: 'md',
      cell: ({ monthlyEpisodes }) => <Sparkline values={monthlyEpisodes} label="Episodes per month" />,
    },
    {
      title: 'Episodes',
      width: 92,
      align: 'end',
      sort: { key: 'episodes', first: 'desc' },
      cell: ({ episodes }) => episodes,
    },
    {
      title: 'Last seen',
      width: 132,
      sort: { key: 'lastAt', first: 'desc' },
      cell: ({ lastAt }) => <Timestamp at={lastAt} as="age" />,
    },
    {
      title: 'Impact',
      hint: 'The hours of all episodes with a known duration',
      width: 86,
      align: 'end',
      from: 'md',
      sort: { key: 'impactHours', first: 'desc' },
      cell: ({ impactHours }) => impactHours !== null && formatHours(impactHours),
    },
    {
      title: 'Services',
      width: 150,
      from: 'xl',
      cell: ({ services, repositories }) => <ShortServiceList names={services.length > 0 ? services : repositories} />,
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
