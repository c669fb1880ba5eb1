import type { Overview } from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspect } = await openDemoPage();

test('the overview shows its summary and all regions on one screen of a laptop', async () => {
  await open('/');
  await page.getByRole('region', { name: 'Where, and why' }).getByRole('table').waitFor();
  for (const name of ['Patterns to look at', 'Fixes', 'Next 30 days', 'Completeness'])
    await page.getByRole('region', { name }).waitFor();
  await inspect('overview');
  await page.setViewportSize({ width: 1440, height: 860 });
  await expect.poll(() => page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(860);
});

test('each count of patterns on the overview leads to a list with as many patterns', async () => {
  await open('/');
  const region = page.getByRole('region', { name: 'Patterns to look at' });
  const link = region.getByRole('link', { name: /^\d+ patterns?$/u }).last();
  const name = await vi.waitFor(
    async () => {
      const { patternChanges } = await demo.ask<Overview>('GET', '/v1/overview');
      const text = (await link.textContent()) ?? '';
      expect(Object.values(patternChanges).map(({ total }) => `${total} pattern${total === 1 ? '' : 's'}`)).toContain(
        text,
      );
      return text;
    },
    { timeout: 40_000, interval: 500 },
  );
  await link.click();
  await page.getByRole('status').getByText(name, { exact: true }).waitFor();
});
