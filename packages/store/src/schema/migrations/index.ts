import type { Migration, MigrationProvider } from 'kysely';
import type { Keyring } from '../../encryption/keyring.ts';
import { foundation } from './0001-foundation.ts';
import { createConnectors } from './0002-connectors.ts';
import { causes } from './0003-causes.ts';
import { pageIndexes } from './0004-page-indexes.ts';
import { arrivals } from './0005-arrivals.ts';
import { changeAnswers } from './0006-change-answers.ts';
import { idempotencyKeys } from './0007-idempotency-keys.ts';
import { measurements } from './0008-measurements.ts';
import { events } from './0009-events.ts';
import { listIndexes } from './0010-list-indexes.ts';
import { placeOwners } from './0011-place-owners.ts';
import { libraryEntries } from './0012-library-entries.ts';
import { countingIndexes } from './0013-counting-indexes.ts';
import { improvementLoop } from './0014-improvement-loop.ts';
import { pullChecks } from './0015-pull-checks.ts';
import { patternReview } from './0016-pattern-review.ts';
import { users } from './0017-users.ts';
import { toldRoles } from './0018-told-roles.ts';
import { keysAndForgetting } from './0019-keys-and-forgetting.ts';
import { deadLetters } from './0020-dead-letters.ts';
import { decisions } from './0021-decisions.ts';
import { progress } from './0022-progress.ts';
import { owed } from './0023-owed.ts';
import { looks } from './0024-looks.ts';
import { accessOrigin } from './0025-access-origin.ts';
import { ordinaryPhrases } from './0026-ordinary-phrases.ts';
import { registrationOrigin } from './0027-registration-origin.ts';
import { timePrecision } from './0028-time-precision.ts';
import { patternHarm } from './0029-pattern-harm.ts';
import { ownersByRepository } from './0030-owners-by-repository.ts';
import { decidedVerdicts } from './0031-decided-verdicts.ts';

/**
 * The migrations as they were built in: none is read from the file system. Never edit one that was released; add the next, by a
 * name that ends in `-contract` if it takes something away.
 * @param keyring seals what former versions stored in plain
 */
export function createMigrationProvider(keyring: Keyring): MigrationProvider {
  const migrations: Readonly<Record<string, Migration>> = {
    '0001-foundation': foundation,
    '0002-connectors': createConnectors(keyring),
    '0003-causes': causes,
    '0004-page-indexes': pageIndexes,
    '0005-arrivals': arrivals,
    '0006-change-answers': changeAnswers,
    '0007-idempotency-keys': idempotencyKeys,
    '0008-measurements': measurements,
    '0009-events': events,
    '0010-list-indexes': listIndexes,
    '0011-place-owners': placeOwners,
    '0012-library-entries': libraryEntries,
    '0013-counting-indexes': countingIndexes,
    '0014-improvement-loop': improvementLoop,
    '0015-pull-checks': pullChecks,
    '0016-pattern-review': patternReview,
    '0017-users': users,
    '0018-told-roles': toldRoles,
    '0019-keys-and-forgetting': keysAndForgetting,
    '0020-dead-letters': deadLetters,
    '0021-decisions': decisions,
    '0022-progress': progress,
    '0023-owed': owed,
    '0024-looks': looks,
    '0025-access-origin': accessOrigin,
    '0026-ordinary-phrases': ordinaryPhrases,
    '0027-registration-origin': registrationOrigin,
    '0028-time-precision': timePrecision,
    '0029-pattern-harm': patternHarm,
    '0030-owners-by-repository': ownersByRepository,
    '0031-decided-verdicts': decidedVerdicts,
  };
  return { getMigrations: async () => migrations };
}

/**
 * Whether a migration takes away what the version before works with, as its name says: processes of that version are refused from
 * then on. Beside any other one they go on, and may be started anew.
 */
export function isContract(name: string): boolean {
  return name.endsWith('-contract');
}
