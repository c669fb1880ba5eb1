import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/refrain.ts';
import { causeLabels } from '../labels/domain-labels.ts';
import { capitalise } from '../labels/format.ts';
import { listLocations } from '../labels/list-locations.ts';
import classes from '../list/cells.module.css';
import { ShortServiceList } from '../list/cells.tsx';
import { listPatternMarks } from './list-pattern-marks.ts';

interface Props {
  readonly pattern: Schemas['ListedPattern'];
  /** Whether the trend is about the shown period. */
  readonly hasTrend: boolean;
}

/** The name of a pattern, and a line with what is notable about it, its mechanism or cause, and its services. */
export function PatternSummary({ pattern, hasTrend }: Props) {
  const { id, name } = pattern;
  const kind = describeKind(pattern);
  const locations = listLocations(pattern);
  return (
    <div>
      <Link
        to="/patterns/$patternId"
        params={{ patternId: id }}
        className={classes.name}
        data-wraps="fully"
        title={name}
      >
        {name}
      </Link>
      <span className={`${classes.dimmed} ${classes.facts}`}>
        {listPatternMarks(pattern, hasTrend).map((mark) => (
          <span key={mark} className={classes.mark}>
            {capitalise(mark)}
          </span>
        ))}
        {kind !== '' && <span>{kind}</span>}
        {locations.length > 0 && <ShortServiceList names={locations} wraps />}
      </span>
    </div>
  );
}

function describeKind({ name, cause, mechanism }: Schemas['ListedPattern']): string {
  if (mechanism !== undefined && mechanism !== name) return mechanism;
  return cause === 'unknown' ? '' : capitalise(causeLabels[cause]);
}
