import { afterEach, expect } from 'vitest';
import {
  listAccessibilityFaults,
  measureOverflow,
  openVisit,
  signInByNewLink,
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
   * Looks at a page, as wide as a desktop in light and as wide as a phone in dark: it fits, and axe finds nothing. Pictures are kept.
   */
  look(name: string): Promise<void>;
  /** A part of a page that has been looked at in whole: on a desktop in light, by axe too, and on a phone in dark. */
  glance(name: string): Promise<void>;
}

const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

interface View {
  readonly device: string;
  readonly size: typeof desktop;
  readonly scheme: 'light' | 'dark';
  /** Whether axe looks at it: contrast is of the theme, structure of the width. */
  readonly axe: boolean;
}

/** Each width and each theme once. */
const viewsOfPage: readonly View[] = [
  { device: 'desktop', size: desktop, scheme: 'light', axe: true },
  { device: 'phone', size: phone, scheme: 'dark', axe: true },
];
const viewsOfPart: readonly View[] = viewsOfPage.map((view) => ({ ...view, axe: view.device === 'desktop' }));

const ended = `new Promise(requestAnimationFrame).then(() => Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished)))`;

/** A signed-in browser at the running demo. Each test of the file ends without a console error and without a failed request. */
export async function visitDemo(): Promise<DemoVisit> {
  const demo = await openDemo();
  const visit = await openVisit(await startBrowser());
  const { page } = visit;
  await page.setViewportSize(desktop);
  await signInByNewLink(page, demo.createSignInUrl);
  // Of links that did not work.
  visit.takeTroubles();
  afterEach(() => expect(visit.takeTroubles()).toEqual([]));

  async function comeToRest() {
    await page.locator('[role=status][aria-label^=Loading]').first().waitFor({ state: 'detached' });
    // What moves aside or changes its colour takes a moment; what spins never ends.
    await page.evaluate(ended);
  }

  async function settle() {
    await page.waitForLoadState('networkidle');
    await comeToRest();
  }

  async function see(name: string, views: readonly View[]) {
    await settle();
    for (const { device, size, scheme, axe } of views) {
      const view = `${name}-${device}-${scheme}`;
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: scheme });
      await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: 'attached' });
      await comeToRest();
      // The frame moves to its new width for a moment.
      await expect.poll(() => measureOverflow(page), { message: view }).toBe(0);
      if (axe) expect(await listAccessibilityFaults(page), view).toEqual([]);
      await takePicture(page, view);
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
    look: (name) => see(name, viewsOfPage),
    glance: (name) => see(name, viewsOfPart),
  };
}
