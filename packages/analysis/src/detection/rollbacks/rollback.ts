import type { Change } from '@refrain/domain';
import type { Run } from './environment-runs.ts';

/** An environment that went back to a revision that it had run before. */
export interface Rollback {
  readonly repository: string;
  readonly environment: string | null;
  /** The first deployment after the revision that was gone back to: with it began what was taken back. */
  readonly failed: Change;
  /** What was running when it was taken back; often the same. */
  readonly current: Run;
  /** The deployment that went back. */
  readonly back: Change;
  /** When the revision had gone live before. */
  readonly before: Change;
  readonly confidence: number;
}
