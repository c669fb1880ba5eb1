import { listRevertTemplates } from '@refrain/analysis/evaluation';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import { findRevertFailures } from './find-revert-failures.ts';
import { readReverts } from './read-reverts.ts';

const maxListed = 30;

export async function measureRevertTitles(paths: readonly string[], { print }: EvalCommandEnvironment): Promise<void> {
  for (const path of paths) {
    const failures = findRevertFailures(await readReverts(path));
    for (const repository of new Set(failures.map((failure) => failure.repository))) {
      print(`${repository}: reverts, failures, planned, unclear, template\n`);
      const own = failures.filter((failure) => failure.repository === repository);
      const templates = listRevertTemplates({ failures: own, episodes: [], corrections: [], minReverts: 2 });
      for (const { template, reverts, failures: broken, planned, unclear } of templates.slice(0, maxListed)) {
        const counts = [reverts, broken, planned, unclear].map((count) => String(count).padStart(5)).join('');
        print(`${counts}  ${template}\n`);
      }
    }
  }
}
