import type { Change } from '@refrain/domain';
import type { RevisionPeriod } from './environment-history.ts';

/** The return of an environment to a revision that it had run earlier. */
export interface Rollback {
  readonly repository: string;
  readonly environment: string | null;
  /** The first deployment after the restored revision. The rollback removed its changes and all later ones. */
  readonly failed: Change;
  /** The period that the rollback ended, in which one revision ran. It often began with the deployment `failed`. */
  readonly rolledBackRun: RevisionPeriod;
  /** The deployment that restored the revision. */
  readonly restoring: Change;
  /** The earlier deployment of the revision that was restored. */
  readonly restored: Change;
  readonly confidence: number;
}
