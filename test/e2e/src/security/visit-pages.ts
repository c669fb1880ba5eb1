import type { FailureMap } from '@refrain/domain';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ObservedRefrain } from './observed-refrain.ts';
import { runWhileQueueIsPaused } from './run-while-queue-is-paused.ts';

/** A script that lists those active elements of a page that belong neither to Refrain nor to bull-board. */
const foreignElementsScript = `[
      ...[...document.querySelectorAll('img:not([src="static/images/logo.svg"]), iframe, object, embed, base:not([href="/queues/"]), form[action]')].map((one) => one.outerHTML),
      ...[...document.querySelectorAll('body script:not([type="application/json"])')].filter((one) => !one.src.startsWith(location.origin)).map((one) => one.outerHTML),
      ...[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on'))),
      ...[...document.querySelectorAll('a[href]')].map((one) => one.href).filter((href) => !/^https?:/.test(href) || href.includes('evil.example')),
    ]`;

interface Hostile {
  readonly own: readonly string[];
  readonly service: string;
  /** Requests a digest of the hostile service, which enqueues a job with the service's name. */
  requestDigest(): Promise<unknown>;
}

/** Visits every page, expects no active element that Refrain did not write, and returns the content of each page by path. */
export async function visitPages(
  page: Page,
  refrain: ObservedRefrain,
  { own, service, requestDigest }: Hostile,
): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  const visit = async (path: string, shown: Locator = page.getByRole('heading', { level: 1 })) => {
    await page.goto(`${refrain.url}${path}`);
    await shown.first().waitFor();
    await page.waitForLoadState('networkidle');
    seen[`page ${path}`] = await page.content();
    expect([path, await page.evaluate(foreignElementsScript)]).toEqual([path, []]);
  };
  for (const path of ['/patterns', '/failures', '/improvements', '/library', '/digests', '/connections', ...own])
    await visit(path);

  const name = page.getByRole('main').getByText(service.slice(0, 30));
  await visit('/', name);
  await visit('/audit', name);
  await visit('/catalogue', name);
  await visit('/settings/dead-letters', name);
  const { causes } = await refrain.ask<FailureMap>('GET', `/v1/map?${new URLSearchParams({ service })}`);
  const cause = causes.find((cell) => cell.service === service)?.cause ?? '';
  const drawer = page.getByRole('dialog').getByRole('link', { name: 'Turnstile' });
  await visit(`/?${new URLSearchParams({ service, cause })}`, drawer);
  await runWhileQueueIsPaused(refrain, 'analysis', async () => {
    await requestDigest();
    await visit('/queues/queue/analysis?status=waiting', name);
  });
  return seen;
}
