import { FailureTime } from '../components/timestamp.tsx';
import { listItem } from '../keys/list-items.ts';
import classes from '../list/cells.module.css';
import {
  FailureExcerpt,
  FailureKind,
  FailurePattern,
  FailureTitle,
  formatSeconds,
  type SearchedFailure,
} from './failure-cells.tsx';
import { FailurePlace } from './failure-place.tsx';

/** A failure in the list on a phone. */
export function FailureItem({ failure, query }: SearchedFailure) {
  const { durationSeconds } = failure;
  return (
    <article className={classes.compact} {...listItem}>
      <div>
        <FailureTitle failure={failure} query={query} />
        <FailureExcerpt failure={failure} query={query} />
        <div className={`${classes.dimmed} ${classes.facts}`}>
          <FailureKind failure={failure} />
          <FailureTime failure={failure} />
          {durationSeconds !== null && <span>{formatSeconds(durationSeconds)}</span>}
          <FailurePlace failure={failure} />
        </div>
        <FailurePattern failure={failure} />
      </div>
    </article>
  );
}
