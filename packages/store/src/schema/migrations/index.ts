import type { MigrationProvider } from 'kysely';
import { initialSchema } from './0001-initial-schema/index.ts';
import { passageVectors } from './0002-passage-vectors.ts';
import { patternMechanisms } from './0003-pattern-mechanisms.ts';
import { learntVerdicts } from './0004-learnt-verdicts.ts';
import { listSortColumns } from './0006-list-sort-columns.ts';
import { undoableDecisions } from './0008-undoable-decisions.ts';
import { issueRevisions } from './0009-issue-revisions.ts';
import { firstAnalysis } from './0011-first-analysis.ts';

/** Never edit a released migration; add another. A migration that removes something is named `…-contract`. */
export const migrationProvider: MigrationProvider = {
  getMigrations: async () => ({
    '0001-initial-schema': initialSchema,
    '0002-passage-vectors': passageVectors,
    '0003-pattern-mechanisms': patternMechanisms,
    '0004-learnt-verdicts': learntVerdicts,
    '0006-list-sort-columns': listSortColumns,
    '0008-undoable-decisions': undoableDecisions,
    '0009-issue-revisions': issueRevisions,
    '0011-first-analysis': firstAnalysis,
  }),
};

/**
 * Tests whether a migration removes what processes of the previous version need. Those processes then refuse to start.
 */
export function isContractMigration(name: string): boolean {
  return name.endsWith('-contract');
}
