import { afterEach, expect } from 'vitest';
import {
  listAccessibilityFaults,
  measureOverflow,
  openVisit,
  startBrowser,
  takePicture,
  type Visit,
} from '../browser.ts';
import { type Demo, openDemo } from './open-demo.ts';

export interface DemoVisit extends Visit {
  readonly demo: Demo;
  /** Opens a page of the demo and waits until nothing loads any more. */
  open(path: string): Promise<void>;
  /**
   * Looks at a page, as wide as a phone and as a desktop, in light and in dark: it fits, and axe finds nothing. Pictures are kept.
   */
  look(name: string): Promise<void>;
  /** A part of a page that has been looked at in whole: on a desktop in light, by axe too, and on a phone in dark. */
  glance(name: string): Promise<void>;
}

const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

type Scheme = 'light' | 'dark';

/** Each width with the theme in which axe looks at it. */
const views: readonly { device: string; size: typeof desktop; scheme: Scheme }[] = [
  { device: 'desktop', size: desktop, scheme: 'light' },
  { device: 'phone', size: phone, scheme: 'dark' },
];

const ended = `new Promise(requestAnimationFrame).then(() => Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished)))`;

/** A signed-in browser at the running demo. Each test of the file ends without a console error and without a failed request. */
export async function visitDemo(): Promise<DemoVisit> {
  const demo = await openDemo();
  // What moves is drawn by the processor here, many times over.
  const visit = await openVisit(await startBrowser(), { reducedMotion: 'reduce' });
  const { page } = visit;
  await page.setViewportSize(desktop);
  await page.goto(await demo.createSignInUrl());
  afterEach(() => expect(visit.takeTroubles()).toEqual([]));

  async function settle() {
    await page.waitForLoadState('networkidle');
    await page.locator('[role=status][aria-label^=Loading]').first().waitFor({ state: 'detached' });
    // What moves aside or changes its colour takes a moment; what spins never ends.
    await page.evaluate(ended);
  }

  async function see(name: string, both: readonly Scheme[]) {
    for (const { device, size, scheme } of views) {
      await page.setViewportSize(size);
      for (const colorScheme of both.length > 0 ? both : [scheme]) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
        await settle();
        // The frame moves to its new width for a moment.
        await expect.poll(() => measureOverflow(page), { message: `${name}, ${device}` }).toBe(0);
        // Each width and each theme once: contrast is of the theme, structure of the width; of a part its form alone.
        if (colorScheme === scheme && (both.length > 0 || device === 'desktop'))
          expect(await listAccessibilityFaults(page), `${name}, ${device}, ${colorScheme}`).toEqual([]);
        await takePicture(page, `${name}-${device}-${colorScheme}`);
      }
    }
    await page.setViewportSize(desktop);
    await page.emulateMedia({ colorScheme: 'light' });
  }

  return {
    ...visit,
    demo,
    async open(path) {
      await page.goto(`${demo.url}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settle();
    },
    look: (name) => see(name, ['light', 'dark']),
    glance: (name) => see(name, []),
  };
}
