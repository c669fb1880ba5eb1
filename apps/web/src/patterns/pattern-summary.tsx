import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/refrain.ts';
import { causeLabels, patternJudgementLabels, recurrenceLabels, trendLabels } from '../labels/domain-labels.ts';
import { capitalise } from '../labels/format.ts';
import { listLocations } from '../labels/list-locations.ts';
import classes from '../list/cells.module.css';
import { ShortServiceList } from '../list/cells.tsx';

interface Props {
  readonly pattern: Schemas['ListedPattern'];
}

/** The name of a pattern, and a line with what is notable about it, its mechanism or cause, and its services. */
export function PatternSummary({ pattern }: Props) {
  const { id, name } = pattern;
  const kind = describeKind(pattern);
  const locations = listLocations(pattern);
  return (
    <div>
      <Link to="/patterns/$patternId" params={{ patternId: id }} className={classes.name} data-wraps title={name}>
        {name}
      </Link>
      <span className={`${classes.dimmed} ${classes.facts}`}>
        {listMarks(pattern).map((mark) => (
          <span key={mark} className={classes.mark}>
            {capitalise(mark)}
          </span>
        ))}
        {kind !== '' && <span>{kind}</span>}
        {locations.length > 0 && <ShortServiceList names={locations} />}
      </span>
    </div>
  );
}

function describeKind({ name, cause, mechanism }: Schemas['ListedPattern']): string {
  if (mechanism !== undefined && mechanism !== name) return mechanism;
  return cause === 'unknown' ? '' : capitalise(causeLabels[cause]);
}

function listMarks({ recurrence, direction, judgement }: Schemas['ListedPattern']): readonly string[] {
  return [
    ...(recurrence === 'new' || recurrence === 'returned' ? [recurrenceLabels[recurrence]] : []),
    ...(direction === 'rising' || direction === 'falling' ? [trendLabels[direction]] : []),
    ...(judgement === null ? [] : [patternJudgementLabels[judgement]]),
  ];
}
