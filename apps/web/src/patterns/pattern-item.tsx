import type { Schemas } from '../api/refrain.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { listItem } from '../keys/list-items.ts';
import { count, formatHours } from '../labels/format.ts';
import classes from '../list/cells.module.css';
import { PatternSummary } from './pattern-summary.tsx';

/** A pattern in the list on a phone. */
export function PatternItem({ pattern }: { readonly pattern: Schemas['ListedPattern'] }) {
  const { episodes, lastAt, impactHours, monthlyEpisodes } = pattern;
  return (
    <article className={classes.compact} {...listItem}>
      <div>
        <PatternSummary pattern={pattern} />
        <span className={classes.dimmed}>
          {count(episodes, 'episode')} · <Timestamp at={lastAt} as="age" />
          {impactHours !== null && ` · ${formatHours(impactHours)}`}
        </span>
      </div>
      <Sparkline values={monthlyEpisodes} label="Episodes per month" />
    </article>
  );
}
