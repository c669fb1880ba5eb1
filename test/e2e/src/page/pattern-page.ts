import type { Correction, ListedPattern } from '@refrain/domain';
import { type DemoPage, openDemoPage } from './open-demo-page.ts';

interface PatternPage extends DemoPage {
  /** Patterns with at least four episodes, oldest first, except those that `first-visit.test.ts` decides on. */
  readonly patterns: readonly ListedPattern[];
  /** Opens the page of a pattern with a tab of details, by default the one that lists decisions. */
  show(pattern: ListedPattern | undefined, tab?: string): Promise<void>;
  listDecisions(pattern: ListedPattern | undefined): Promise<readonly Correction['decision'][]>;
  listKinds(pattern: ListedPattern | undefined): Promise<readonly string[]>;
  chooseCorrection(item: string): Promise<void>;
  undo(): Promise<void>;
}

/** Opens a signed-in browser for pattern pages. Each test uses different patterns, because it decides on them. */
export async function openPatternPage(): Promise<PatternPage> {
  const visit = await openDemoPage();
  const { demo, page } = visit;
  const { items } = await demo.ask<{ items: ListedPattern[] }>('GET', '/v1/patterns?limit=50&sort=firstAt');
  const latest = new Set(
    items
      .toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
      .slice(0, 3)
      .map(({ id }) => id),
  );

  async function listDecisions(pattern: ListedPattern | undefined) {
    const path = `/v1/corrections?patternId=${pattern?.id}`;
    return (await demo.ask<{ items: Correction[] }>('GET', path)).items.map(({ decision }) => decision);
  }

  return {
    ...visit,
    patterns: items.filter(({ id, episodes }) => episodes >= 4 && !latest.has(id)),
    show: (pattern, tab = 'history') => visit.open(`/patterns/${pattern?.id}?tab=${tab}`),
    listDecisions,
    listKinds: async (pattern) => (await listDecisions(pattern)).map(({ kind }) => kind),
    async chooseCorrection(item) {
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
    async undo() {
      await page.getByRole('button', { name: 'Undo' }).last().click();
      await page.getByText('The change was undone.').last().waitFor();
    },
  };
}
