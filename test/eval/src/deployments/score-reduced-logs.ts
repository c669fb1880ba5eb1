import type { TrueFailedDeployment } from '@refrain/sample-org';
import { share } from '../figures/round.ts';

export interface ReducedLog {
  readonly truth: NonNullable<TrueFailedDeployment['jobLog']>;
  readonly reduced: string;
}

export interface ReducedLogScore {
  readonly logs: number;
  /** Share of the logs whose reduced text contains the line that states the error. */
  readonly errorKept: number;
  /** Share of the kept lines that belong to the tool's error. */
  readonly linesOfError: number;
  readonly meanLines: number;
}

/** Characters of a line that are compared, because the reduction shortens long lines. */
const comparedLength = 150;
/** Lines with fewer letters and digits, such as a frame, could be found in any log. */
const minLength = 4;

/** Scores reduced logs against the errors that ended their jobs. */
export function scoreReducedLogs(logs: readonly ReducedLog[]): ReducedLogScore {
  const counts = logs.map(({ truth, reduced }) => {
    const kept = reduced
      .split('\n')
      .map(toComparedText)
      .filter((line) => line.length >= minLength);
    const error = toComparedText(truth.errorLine);
    const block = truth.errorBlock.map(toComparedText).filter((line) => line.length >= minLength);
    return {
      isKept: kept.some((line) => line.includes(error)),
      kept: kept.length,
      ofError: kept.filter((line) => block.some((one) => line.includes(one) || one.includes(line))).length,
    };
  });
  const sum = (read: (count: (typeof counts)[number]) => number) => counts.reduce((total, one) => total + read(one), 0);
  return {
    logs: logs.length,
    errorKept: share(
      sum(({ isKept }) => Number(isKept)),
      logs.length,
      3,
    ),
    linesOfError: share(
      sum(({ ofError }) => ofError),
      sum(({ kept }) => kept),
      3,
    ),
    meanLines: share(
      sum(({ kept }) => kept),
      logs.length,
      1,
    ),
  };
}

/** Returns the words of a line, without the frames, markers and times that tools put before them. */
function toComparedText(line: string): string {
  return line
    .replace(/^#\d{1,4} (?:\d{1,5}\.\d{1,3} )?/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, comparedLength);
}
