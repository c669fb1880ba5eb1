import type { Page } from 'playwright-core';
import type { MeasuringBrowser } from './open-measuring-browser.ts';

/** Distance in pixels that one turn of the mouse wheel scrolls. Six turns scroll about one screen. */
const turn = 1_800;
const longFrameMs = 50;
/** The list counts as ended if it does not grow within this many turns of the wheel. */
const patience = 400;

const startFrames = `(() => {
  const frames = { deltas: [], blank: 0, furthest: 0, last: performance.now() };
  bench.frames = frames;
  const look = (now) => {
    if (bench.frames !== frames) return;
    frames.deltas.push(now - frames.last);
    frames.last = now;
    // Try two points, because the first one may lie in the gap between two rows. Gaps are smaller than the distance between the points.
    const row = [0, 24]
      .map((below) => document.elementFromPoint(innerWidth / 2, innerHeight / 2 + below)?.closest('[data-index]'))
      .find(Boolean);
    if (row) frames.furthest = Math.max(frames.furthest, Number(row.getAttribute('data-index')) + 1);
    else frames.blank += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

export interface ScrollMeasurement {
  readonly path: string;
  /** Highest list position among the rows that reached the middle of the screen. */
  readonly rows: number;
  readonly seconds: number;
  readonly framesPerSecond: number;
  readonly longFrames: number;
  readonly worstFrameMs: number;
  readonly blankFrames: number;
  readonly elements: number;
}

/** Scrolls a long list continuously with the mouse wheel, until `rows` rows have passed or the list has ended. */
export async function measureScroll(browser: MeasuringBrowser, path: string, rows: number): Promise<ScrollMeasurement> {
  const { page, close } = await browser.openPage(1);
  try {
    await page.goto(path);
    await page.locator('[data-index="7"]').waitFor();
    await page.mouse.move(640, 600);
    await page.mouse.wheel(0, turn);
    await page.waitForLoadState('networkidle');
    process.stderr.write(`Scrolling ${path} …\n`);
    await page.evaluate(startFrames);
    await scrollUntil(page, rows);
    const { deltas, blank, furthest, elements } = (await page.evaluate(
      `(() => { const { deltas, blank, furthest } = bench.frames; bench.frames = null;
        return { deltas, blank, furthest, elements: document.querySelectorAll('*').length }; })()`,
    )) as { deltas: readonly number[]; blank: number; furthest: number; elements: number };
    const ms = deltas.reduce((sum, delta) => sum + delta, 0);
    return {
      path,
      rows: furthest,
      seconds: Math.round(ms / 100) / 10,
      framesPerSecond: Math.round((10_000 * deltas.length) / ms) / 10,
      longFrames: Math.round((1_000 * deltas.filter((delta) => delta > longFrameMs).length) / deltas.length) / 1_000,
      worstFrameMs: Math.round(Math.max(...deltas)),
      blankFrames: blank,
      elements,
    };
  } finally {
    await close();
  }
}

async function scrollUntil(page: Page, rows: number): Promise<void> {
  let furthest = 0;
  for (let idle = 0; furthest < rows && idle < patience; idle += 1) {
    await page.mouse.wheel(0, turn);
    const now = (await page.evaluate('bench.frames.furthest')) as number;
    if (now > furthest) idle = 0;
    furthest = now;
  }
}
