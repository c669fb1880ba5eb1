import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/refrain.ts';
import { causeLabels, patternJudgementLabels, recurrenceLabels, trendLabels } from '../labels/domain-labels.ts';
import { capitalise } from '../labels/format.ts';
import classes from '../list/cells.module.css';

interface Props {
  readonly pattern: Schemas['ListedPattern'];
}

/** The name of a pattern, and a line with its mechanism or cause and what is notable about it. */
export function PatternSummary({ pattern }: Props) {
  const { id, name } = pattern;
  const kind = describeKind(pattern);
  return (
    <div>
      <Link to="/patterns/$patternId" params={{ patternId: id }} className={classes.name} title={name}>
        {name}
      </Link>
      <span className={`${classes.line} ${classes.dimmed}`}>
        {kind}
        {listMarks(pattern).map((mark, at) => (
          <span key={mark}>
            {(at > 0 || kind !== '') && ' · '}
            <span className={classes.mark}>{mark}</span>
          </span>
        ))}
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
