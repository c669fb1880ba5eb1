import type { Change } from '@refrain/domain';
import type { RevisionRun } from './environment-runs.ts';

/** The return of an environment to a revision that it had run before. */
export interface Rollback {
  readonly repository: string;
  readonly environment: string | null;
  /** The first deployment after the restored revision; the rollback removed its changes and all later ones. */
  readonly failed: Change;
  /** The run that the rollback ended; often the one that `failed` began. */
  readonly rolledBackRun: RevisionRun;
  /** The deployment that restored the revision. */
  readonly restoring: Change;
  /** The earlier deployment of the restored revision. */
  readonly restored: Change;
  readonly confidence: number;
}
