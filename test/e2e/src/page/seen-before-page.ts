import type { Failure } from '@refrain/domain';
import type { Locator } from 'playwright-core';
import { type DemoPage, openDemoPage } from './open-demo-page.ts';

interface SeenBeforePage extends DemoPage {
  readonly frequent: Failure;
  readonly box: Locator;
}

export async function openSeenBeforePage(): Promise<SeenBeforePage> {
  const visit = await openDemoPage();
  const { items } = await visit.demo.ask<{ items: (Failure & { readonly patternId: string | null })[] }>(
    'GET',
    '/v1/failures?kind=incident&unassigned=false&limit=200&until=2026-10-01T00:00:00Z',
  );
  const countIn = (id: string | null) => items.filter(({ patternId }) => patternId === id).length;
  const [frequent] = items.toSorted((a, b) => countIn(b.patternId) - countIn(a.patternId));
  if (frequent === undefined) throw new Error('The demo has no incident that belongs to a pattern');
  const box = visit.page.getByRole('textbox', { name: 'Error message, log line, or URL of an incident' });
  return { ...visit, frequent, box };
}
