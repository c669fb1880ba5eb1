import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { FailureTime, sayDuration } from '../parts/failure-time.tsx';
import { describePlace } from '../words/describe-place.ts';
import { kindColors, kindWords } from '../words/design-words.ts';
import look from './failure-row.module.css';

interface Props {
  readonly failure: Schemas['ListedFailure'];
}

/** A failure in two lines: what it was; when, where, and what it belongs to. */
export const FailureRow = memo(function FailureRow({ failure }: Props) {
  const { id, kind, title, isFailure, confidence } = failure;
  const duration = sayDuration(failure);
  const place = describePlace(failure);
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
          {kindWords[kind]}
        </span>
        <span className={look.when}>
          <FailureTime failure={failure} />
        </span>
        {duration && <span>{duration}</span>}
        {place && <span>{place}</span>}
        {isFailure ? (
          <Grouping failure={failure} />
        ) : (
          <span>{confidence <= 0.5 ? 'reason unknown' : 'not a failure'}</span>
        )}
      </div>
    </article>
  );
});

function Grouping({ failure: { patternId, patternName, assignedOnArrival } }: Props) {
  if (patternId === null) return <span>in no pattern</span>;
  return (
    <span>
      in{' '}
      <Link to="/patterns/$patternId" params={{ patternId }} className={look.pattern}>
        {patternName}
      </Link>
      {assignedOnArrival && ', assigned on arrival'}
    </span>
  );
}
