import type { ListedImprovement } from '@refrain/domain';
import type { Locator } from 'playwright-core';
import { type DemoPage, openDemoPage } from './open-demo-page.ts';

interface ImprovementsPage extends DemoPage {
  /** Returns the proposed fixes that have a repository, in reverse order of the board, because `first-visit.test.ts` approves the first proposal of the board. */
  listProposals(): Promise<readonly ListedImprovement[]>;
  /** Returns a proposal without a guardrail, which asks a team to find the cause or a fix. */
  findInvestigation(): Promise<ListedImprovement | undefined>;
  column(name: string): Locator;
}

export async function openImprovementsPage(): Promise<ImprovementsPage> {
  const visit = await openDemoPage();
  const listProposed = async () => {
    const path = '/v1/improvements?state=proposed&days=365&sort=impactHours&order=asc&limit=200';
    return (await visit.demo.ask<{ items: ListedImprovement[] }>('GET', path)).items;
  };
  return {
    ...visit,
    async listProposals() {
      return (await listProposed()).filter(
        ({ repository, guardrailId }) => repository !== null && guardrailId !== null,
      );
    },
    findInvestigation: async () => (await listProposed()).find(({ guardrailId }) => guardrailId === null),
    column: (name) => visit.page.getByRole('region', { name }),
  };
}
