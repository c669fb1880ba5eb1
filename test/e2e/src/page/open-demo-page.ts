import type { Page, Request } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { launchBrowser, openWatchedPage, type WatchedPage } from '../browser/index.ts';
import { listAccessibilityViolations, measurePageOverflow, saveScreenshot } from '../check-page.ts';
import { type Demo, waitForDemo } from './wait-for-demo.ts';

export interface DemoPage extends WatchedPage {
  readonly demo: Demo;
  open(path: string): Promise<void>;
  /**
   * Asserts that the page is not too wide and that axe finds no violation, at desktop width in the light theme and at phone width in the
   * dark theme. Saves a screenshot of both.
   */
  inspect(name: string): Promise<void>;
  /** Like `inspect`, but for one element, because another test inspects the whole page. Checks only the desktop view with axe. */
  inspectElement(name: string): Promise<void>;
  /**
   * Polls until the status line of the page shows as many items as the API returns for `path`, and returns these items. Polls because
   * other test files change the demo at the same time.
   * @param noun the word for one item in the status line
   */
  expectTotal<Item>(path: string, noun: string): Promise<readonly Item[]>;
  parameters(): Readonly<Record<string, string>>;
}

const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** Timeout in milliseconds for changes to appear. Lists are refreshed every 15 s. */
const refreshTimeoutMs = 45_000;

interface View {
  readonly device: string;
  readonly size: typeof desktop;
  readonly scheme: 'light' | 'dark';
  readonly axe: boolean;
}

/** Colour contrast depends on the theme and structure on the width, so two views cover both. */
const viewsOfPage: readonly View[] = [
  { device: 'desktop', size: desktop, scheme: 'light', axe: true },
  { device: 'phone', size: phone, scheme: 'dark', axe: true },
];
const viewsOfElement: readonly View[] = viewsOfPage.map((view) => ({ ...view, axe: view.device === 'desktop' }));

/** Waits for two frames, during which a response is rendered and its follow-up requests start, and then for all finite animations. */
const rendered = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  .then(() => Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished)))
  .then(() => {})`;

/**
 * Opens a browser that is signed in at the running demo. After each test, leaves the page and asserts that no console error and no failed
 * request occurred.
 */
export async function openDemoPage(): Promise<DemoPage> {
  const demo = await waitForDemo();
  const browser = await launchBrowser(process.env);
  afterAll(() => browser.close());
  const visit = await openWatchedPage(browser);
  const { page } = visit;
  const waitUntilIdle = createRenderWaiter(page);
  await page.setViewportSize(desktop);
  await signIn(page, demo);
  afterEach(async () => {
    const problems = visit.takeProblems();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto('about:blank');
    await useView(viewsOfPage[0]);
    visit.takeProblems();
    expect(problems).toEqual([]);
  });

  async function useView(view: Pick<View, 'size' | 'scheme'> | undefined) {
    await page.setViewportSize(view?.size ?? desktop);
    await page.emulateMedia({ colorScheme: view?.scheme ?? 'light' });
  }

  async function inspectViews(name: string, views: readonly View[]) {
    await waitUntilIdle();
    for (const view of views) {
      const title = `${name}-${view.device}-${view.scheme}`;
      await useView(view);
      await page.locator(`html[data-mantine-color-scheme=${view.scheme}]`).waitFor({ state: 'attached' });
      await page.evaluate(rendered);
      await expect.poll(() => measurePageOverflow(page), { message: title }).toBe(0);
      if (view.axe) expect(await listAccessibilityViolations(page), title).toEqual([]);
      await saveScreenshot(page, title);
    }
    await useView(views[0]);
  }

  return {
    ...visit,
    demo,
    async open(path) {
      await page.goto(`${demo.url}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await waitUntilIdle();
    },
    inspect: (name) => inspectViews(name, viewsOfPage),
    inspectElement: (name) => inspectViews(name, viewsOfElement),
    async expectTotal<Item>(path: string, noun: string) {
      // The list of patterns names the period after the number.
      const shown = page.getByRole('status').getByText(new RegExp(`^[\\d,]+ ${noun}s?(?: with an episode .*)?$`, 'u'));
      let items: readonly Item[] = [];
      const compare = async () => {
        const stored = await demo.ask<{ items: Item[]; total: number }>('GET', path);
        items = stored.items;
        const [text] = ((await shown.textContent()) ?? '').split(' with an episode ');
        return text === `${stored.total} ${noun}${stored.total === 1 ? '' : 's'}` ? 'equal' : [text, stored.total];
      };
      await expect.poll(compare, { timeout: refreshTimeoutMs }).toBe('equal');
      return items;
    },
    parameters: () => Object.fromEntries(new URL(page.url()).searchParams),
  };
}

/** Signs in by a link without rendering the page of the link. Retries, because using a link invalidates the user's other links. */
async function signIn(page: Page, demo: Demo): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const link = await demo.createSignInUrl();
    await page.request.post(link, { headers: { origin: demo.url } });
    if ((await page.request.get(`${demo.url}/v1/session`)).ok()) return;
  }
  throw new Error('None of 10 sign-in links worked');
}

/** Creates a function that waits until the page has rendered all responses and its animations have ended. */
export function createRenderWaiter(page: Page): () => Promise<void> {
  const listPendingRequests = watchRequests(page);
  return async () => {
    const listPending = async () => {
      await page.evaluate(rendered);
      return listPendingRequests();
    };
    await expect.poll(listPending, { message: 'pending requests' }).toEqual([]);
    await page.locator('[role=status][aria-label^=Loading]').first().waitFor({ state: 'detached' });
    await page.evaluate(rendered);
  };
}

/** Returns a function that lists the requests of the page that are still without a response. */
function watchRequests(page: Page): () => readonly string[] {
  const pending = new Set<Request>();
  page.on('request', (request) => {
    // The browser aborts the requests of the previous document when it opens a new one.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) pending.clear();
    pending.add(request);
  });
  page.on('requestfinished', (request) => void pending.delete(request));
  page.on('requestfailed', (request) => void pending.delete(request));
  return () => [...pending].map((request) => request.url());
}
