import type { Locator, Page } from 'playwright-core';
import type { MeasuringBrowser } from './open-measuring-browser.ts';
import { type PageInteraction, pageInteractions } from './page-interactions.ts';
import { median, quantile, sortAscending } from './sort-ascending.ts';

/** Shortest duration, in milliseconds, that a browser reports; anything shorter counts as this duration. */
const minMs = 16;
/** Milliseconds for which a person points at an element before pressing it. */
const pointsMs = 150;
const pressesMs = 60;

export async function measurePageInteractions(browser: MeasuringBrowser, times: number, throttling: number) {
  const byName: Record<string, { readonly median: number; readonly worst: number }> = {};
  const all: number[] = [];
  for (const interaction of pageInteractions) {
    const waits = sortAscending(await repeat(browser, interaction, times, throttling));
    byName[interaction.name] = { median: median(waits), worst: waits.at(-1) ?? 0 };
    process.stderr.write(`${interaction.name}, ${throttling} x slower: ${waits.join(' ')} ms …\n`);
    all.push(...waits);
  }
  const sorted = sortAscending(all);
  return { throttling, interactions: all.length, p98Ms: quantile(sorted, 0.98), worstMs: sorted.at(-1) ?? 0, byName };
}

async function repeat(
  browser: MeasuringBrowser,
  interaction: PageInteraction,
  times: number,
  throttling: number,
): Promise<number[]> {
  const { page, close } = await browser.openPage(throttling);
  try {
    await page.goto(interaction.path);
    await interaction.ready(page);
    await page.waitForLoadState('networkidle');
    const waits: number[] = [];
    for (let at = 0; at < times; at += 1) {
      if (at > 0) await interaction.reset?.(page);
      waits.push(await act(page, interaction.target(page, at)));
      await interaction.done?.(page);
    }
    return waits;
  } finally {
    await close();
  }
}

/**
 * Presses a key or clicks an element, and returns the milliseconds until the next paint. Does not query the page in between, because
 * queries would delay the paint.
 */
async function act(page: Page, target: Locator | string): Promise<number> {
  if (typeof target !== 'string') await pointAt(page, target);
  await takeSlowest(page);
  if (typeof target === 'string') await page.keyboard.press(target, { delay: pressesMs });
  else {
    await page.mouse.down();
    await page.waitForTimeout(pressesMs);
    await page.mouse.up();
  }
  return Math.max(minMs, await takeSlowest(page));
}

async function pointAt(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error(`The element to click is not visible: ${target}`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(pointsMs);
}

/** Returns the longest delay of a paint since the previous call. Waits first, because timing entries arrive some time after the paint. */
async function takeSlowest(page: Page): Promise<number> {
  return (await page.evaluate(`new Promise((tell) => {
    const take = () => { tell(Math.max(0, ...bench.waits.values())); bench.waits.clear(); };
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(take, 200)));
  })`)) as number;
}
