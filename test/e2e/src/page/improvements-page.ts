import type { ListedImprovement } from '@refrain/domain';
import type { Locator } from 'playwright-core';
import { type DemoPage, openDemoPage } from './open-demo-page.ts';

interface ImprovementsPage extends DemoPage {
  /** Returns the proposals that have a repository, in reverse order of the board, because `first-visit.test.ts` approves the first proposal of the board. */
  listProposals(): Promise<readonly ListedImprovement[]>;
  column(name: string): Locator;
}

export async function openImprovementsPage(): Promise<ImprovementsPage> {
  const visit = await openDemoPage();
  return {
    ...visit,
    async listProposals() {
      const path = '/v1/improvements?state=proposed&limit=200';
      const { items } = await visit.demo.ask<{ items: ListedImprovement[] }>('GET', path);
      const withRepository = items.filter(({ repository }) => repository !== null);
      return withRepository.toSorted((a, b) => (a.peopleHours ?? 0) - (b.peopleHours ?? 0));
    },
    column: (name) => visit.page.getByRole('region', { name }),
  };
}
