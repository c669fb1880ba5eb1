import type { Schemas } from '../api/refrain.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { capitalise } from '../labels/format.ts';
import { improvementStatusLabels } from '../labels/improvement-status.ts';
import { ShortNameList } from '../list/cells.tsx';
import type { Column } from '../list/column.ts';
import { EpisodeCount } from '../list/episode-count.tsx';
import { formatWorstSeverity } from './format-worst-severity.ts';
import { ImpactHours } from './impact-hours.tsx';
import { PatternSummary } from './pattern-summary.tsx';

type PatternColumn = Column<Schemas['ListedPattern']>;

const owner: PatternColumn = {
  title: 'Owner',
  hint: 'The teams that own the services or repositories, according to CODEOWNERS, catalogue files or PagerDuty',
  width: 150,
  from: 'lg',
  cell: ({ teams }) => <ShortNameList names={teams} limit={1} wraps />,
};

const severity: PatternColumn = {
  title: 'Severity',
  hint: 'The highest severity of the episodes in the period, in the word of the provider, and the number of episodes with it',
  width: 96,
  from: 'lg',
  cell: ({ worstSeverity }) => worstSeverity && formatWorstSeverity(worstSeverity),
};

interface Options {
  /** Whether trends are about the period. */
  readonly hasTrend: boolean;
  /** Whether the severity of any pattern is known. */
  readonly hasSeverities: boolean;
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
export function listPatternColumns({
  hasTrend,
  hasSeverities,
  hasOwners,
  periodName,
  periodDays,
  maxBar,
}: Options): readonly PatternColumn[] {
  return [
    {
      title: 'Pattern',
      sort: { key: 'name', first: 'asc' },
      cell: (pattern) => <PatternSummary pattern={pattern} hasTrend={hasTrend} />,
    },
    {
      title: periodName,
      hint: `Episodes in each twelfth of the period ${periodDays}. All rows have the same scale.`,
      width: 120,
      from: 'md',
      cell: ({ timeline }) => <Sparkline values={timeline} label="Episodes over time" max={maxBar} />,
    },
    {
      title: 'Episodes',
      hint: `Episodes that began in the period ${periodDays}`,
      width: 88,
      align: 'end',
      sort: { key: 'episodes', first: 'desc' },
      cell: (pattern) => <EpisodeCount counts={pattern} />,
    },
    {
      title: 'Impact',
      hint: `The hours from start to resolution of the incidents with a known duration, in the period ${periodDays}. Each episode counts at most 24 hours, because long incidents are often minor ones that stayed open.`,
      width: 120,
      align: 'end',
      from: 'md',
      sort: { key: 'impactHours', first: 'desc' },
      cell: (pattern) => <ImpactHours pattern={pattern} />,
    },
    ...(hasSeverities ? [severity] : []),
    {
      title: 'Last seen',
      hint: 'The newest failure, in the period or later',
      width: 120,
      sort: { key: 'lastAt', first: 'desc' },
      cell: ({ lastAt }) => <Timestamp at={lastAt} as="age" />,
    },
    ...(hasOwners ? [owner] : []),
    {
      title: 'Improvement',
      width: 124,
      from: 'lg',
      cell: ({ improvement }) => improvement && capitalise(improvementStatusLabels[improvement.state]),
    },
  ];
}
