import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { FailureTime, formatFailureDuration } from '../components/failure-time.tsx';
import { describeLocation } from '../labels/describe-location.ts';
import { kindColors, kindLabels } from '../labels/domain-labels.ts';
import look from './failure-row.module.css';

interface Props {
  readonly failure: Schemas['ListedFailure'];
}

/** A failure in two lines: what it was; when, where, and what it belongs to. */
export const FailureRow = memo(function FailureRow({ failure }: Props) {
  const { id, kind, title, isFailure, confidence } = failure;
  const duration = formatFailureDuration(failure);
  const place = describeLocation(failure);
  return (
    <article className={look.row}>
      <div className={look.head}>
        <Link to="/failures/$failureId" params={{ failureId: id }} className={look.title} title={title}>
          {title}
        </Link>
        <span className={look.when}>
          <FailureTime failure={failure} />
        </span>
      </div>
      <div className={look.facts}>
        <span>
          <span className={look.dot} style={{ background: `var(--mantine-color-${kindColors[kind]}-6)` }} />
          {kindLabels[kind]}
        </span>
        <span className={look.when}>
          <FailureTime failure={failure} />
        </span>
        {duration && <span>{duration}</span>}
        {place && <span>{place}</span>}
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
      <Link to="/patterns/$patternId" params={{ patternId }} className={look.pattern}>
        {patternName}
      </Link>
      {isProvisional && ', assigned on arrival'}
    </span>
  );
}
