import type { Improvement } from '@refrain/domain';
import type { Locator } from 'playwright-core';
import { type DemoVisit, visitDemo } from './visit-demo.ts';

interface ImprovementsPage extends DemoVisit {
  /** Returns the proposals that have a repository, in reverse order of the board, because `first-visit.test.ts` approves the first one. */
  listProposals(): Promise<readonly Improvement[]>;
  column(name: string): Locator;
}

export async function visitImprovements(): Promise<ImprovementsPage> {
  const visit = await visitDemo();
  return {
    ...visit,
    async listProposals() {
      const path = '/v1/improvements?state=proposed&limit=200';
      const { items } = await visit.demo.ask<{ items: Improvement[] }>('GET', path);
      const withRepository = items.filter(({ repository }) => repository !== null);
      return withRepository.toSorted((a, b) => (a.peopleHours ?? 0) - (b.peopleHours ?? 0));
    },
    column: (name) => visit.page.getByRole('region', { name }),
  };
}
