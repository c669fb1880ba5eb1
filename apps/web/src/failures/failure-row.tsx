import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { FailureTime, formatFailureDuration } from '../components/timestamp.tsx';
import { failureKindColors, failureKindLabels } from '../labels/domain-labels.ts';
import { describeLocation } from '../labels/format.ts';
import classes from './failure-row.module.css';

interface Props {
  readonly failure: Schemas['ListedFailure'];
}

export const FailureRow = memo(function FailureRow({ failure }: Props) {
  const { id, kind, title, isFailure, confidence } = failure;
  const duration = formatFailureDuration(failure);
  const location = describeLocation(failure);
  return (
    <article className={classes.row}>
      <div className={classes.head}>
        <Link to="/failures/$failureId" params={{ failureId: id }} className={classes.title} title={title}>
          {title}
        </Link>
        <span className={classes.when}>
          <FailureTime failure={failure} />
        </span>
      </div>
      <div className={classes.facts}>
        <span>
          <span className={classes.dot} style={{ background: `var(--mantine-color-${failureKindColors[kind]}-6)` }} />
          {failureKindLabels[kind]}
        </span>
        <span className={classes.when}>
          <FailureTime failure={failure} />
        </span>
        {duration && <span>{duration}</span>}
        {location && <span>{location}</span>}
        {isFailure ? (
          <PatternMembership failure={failure} />
        ) : (
          <span>{confidence <= 0.5 ? 'reason unknown' : 'not a failure'}</span>
        )}
      </div>
    </article>
  );
});

function PatternMembership({ failure: { patternId, patternName, isProvisional } }: Props) {
  if (patternId === null) return <span>in no pattern</span>;
  return (
    <span>
      in{' '}
      <Link to="/patterns/$patternId" params={{ patternId }} className={classes.pattern}>
        {patternName}
      </Link>
      {isProvisional && ', assigned on arrival'}
    </span>
  );
}
