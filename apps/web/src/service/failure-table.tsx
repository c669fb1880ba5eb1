import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { FailureTime } from '../components/timestamp.tsx';
import { FailureKind, FailurePattern, formatSeconds } from '../failures/failure-cells.tsx';
import cells from '../list/cells.module.css';
import classes from '../list/plain-table.module.css';

interface Props {
  readonly failures: readonly Schemas['ListedFailure'][];
  /** Omit the column if no failure is in a pattern. */
  readonly hasPatterns: boolean;
}

/** A short table of failures of one service. */
export function FailureTable({ failures, hasPatterns }: Props) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Failure</th>
          <th scope="col">Began</th>
          <th scope="col" className={`${classes.number} ${hasPatterns ? classes.wide : ''}`}>
            Duration
          </th>
          {hasPatterns && (
            <th scope="col" className={classes.wide}>
              Pattern
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {failures.map((failure) => (
          <tr key={failure.id}>
            <td>
              <PageLink to="/failures/$failureId" params={{ failureId: failure.id }} inherit>
                {failure.title}
              </PageLink>
              <div className={cells.dimmed}>
                <FailureKind failure={failure} />
              </div>
            </td>
            <td className={classes.short}>
              <FailureTime failure={failure} as="day" />
            </td>
            <td className={`${classes.number} ${classes.short} ${hasPatterns ? classes.wide : ''}`}>
              {formatSeconds(failure.durationSeconds) || '–'}
            </td>
            {hasPatterns && (
              <td className={`${classes.wide} ${classes.cut}`}>
                {failure.patternId === null ? '–' : <FailurePattern failure={failure} />}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
