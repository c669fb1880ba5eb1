import { launchBrowser, openWatchedPage, signInByLink, type WatchedPage } from '@refrain/e2e/browser';
import type { Browser, CDPSession } from 'playwright-core';

/**
 * Script that runs in each page before the page's own scripts. Records, as `window.bench`, when the page was painted and how long the next
 * paint took after each interaction. Uses the Event Timing API, as INP does. The API reports no entries below 16 ms.
 */
const pageObserverScript = `(() => {
  const bench = { largestAt: null, largest: '', blockedMs: 0, waits: new Map(), frames: null };
  Object.defineProperty(window, 'bench', { value: bench });
  const observe = (options, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ buffered: true, ...options });
  observe({ type: 'largest-contentful-paint' }, ({ startTime, element }) => {
    bench.largestAt = startTime;
    bench.largest = (element?.tagName ?? '') + ' ' + (element?.textContent ?? '').slice(0, 60);
  });
  observe({ type: 'longtask' }, ({ duration }) => { bench.blockedMs += duration - 50; });
  observe({ type: 'event', durationThreshold: 16 }, ({ interactionId, duration }) => {
    if (interactionId) bench.waits.set(interactionId, Math.max(duration, bench.waits.get(interactionId) ?? 0));
  });
  // The overview is rendered when its heading shows a result; until then the heading is "Overview".
  bench.answer = new Promise((tell) => {
    const changes = new MutationObserver(() => {
      const heading = document.querySelector('h1')?.textContent ?? 'Overview';
      if (heading === 'Overview' || document.querySelector('#content section') === null) return;
      changes.disconnect();
      requestAnimationFrame(() => setTimeout(() => tell(performance.now())));
    });
    changes.observe(document, { childList: true, subtree: true, characterData: true });
  });
})()`;

/** Timeout of every browser step in milliseconds. Long, because a slow step should be measured instead of failing. */
const timeoutMs = 60_000;

export interface MeasuredPage extends Pick<WatchedPage, 'page'> {
  readonly devtools: CDPSession;
  close(): Promise<void>;
}

export interface MeasuringBrowser {
  /**
   * Opens a page in a browser context that has only the session cookie.
   * @param throttling the factor by which the CPU is slowed down
   */
  openPage(throttling: number): Promise<MeasuredPage>;
  readonly problems: string[];
  readonly foreignHosts: Set<string>;
  close(): Promise<void>;
}

export async function openMeasuringBrowser(url: string, signInUrl: string): Promise<MeasuringBrowser> {
  const browser = await launchBrowser(process.env);
  const storageState = await signIn(browser, signInUrl);
  const problems: string[] = [];
  const foreignHosts = new Set<string>();
  return {
    problems,
    foreignHosts,
    close: () => browser.close(),
    async openPage(throttling) {
      const { context, page, takeProblems } = await openWatchedPage(browser, {
        baseURL: url,
        storageState,
        // Keep animations, because most users have not requested reduced motion.
        reducedMotion: 'no-preference',
      });
      page.on('request', (request) => {
        const { host, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && host !== new URL(url).host) foreignHosts.add(host);
      });
      context.setDefaultTimeout(timeoutMs);
      await context.addInitScript(pageObserverScript);
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttling });
      return {
        page,
        devtools,
        async close() {
          problems.push(...takeProblems());
          await context.close();
        },
      };
    },
  };
}

async function signIn(browser: Browser, signInUrl: string) {
  const context = await browser.newContext();
  await signInByLink(await context.newPage(), signInUrl);
  const state = await context.storageState();
  await context.close();
  return state;
}
