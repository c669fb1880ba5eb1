import type { Schemas } from '../api/refrain.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { listItem } from '../keys/list-items.ts';
import { count, formatHours } from '../labels/format.ts';
import classes from '../list/cells.module.css';
import { formatWorstSeverity } from './format-worst-severity.ts';
import { PatternSummary } from './pattern-summary.tsx';

interface Props {
  readonly pattern: Schemas['ListedPattern'];
  /** Whether the trend is about the shown period. */
  readonly hasTrend: boolean;
  /** The highest bar of all listed patterns. */
  readonly maxBar: number;
}

/** A pattern in the list on a phone. */
export function PatternItem({ pattern, hasTrend, maxBar }: Props) {
  const { episodes, lastAt, impactHours, worstSeverity, timeline } = pattern;
  return (
    <article className={classes.compact} {...listItem}>
      <div>
        <PatternSummary pattern={pattern} hasTrend={hasTrend} />
        <span className={classes.dimmed}>
          {count(episodes, 'episode')} · <Timestamp at={lastAt} as="age" />
          {impactHours !== null && ` · ${formatHours(impactHours)} of impact`}
          {worstSeverity !== null && ` · ${formatWorstSeverity(worstSeverity)}`}
        </span>
      </div>
      <Sparkline values={timeline} label="Episodes over time" max={maxBar} />
    </article>
  );
}
