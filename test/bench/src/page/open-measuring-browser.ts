import { launchBrowser, openWatchedPage, signInByLink, type WatchedPage } from '@refrain/e2e/browser';
import type { Browser, CDPSession } from 'playwright-core';
import { pageObserverScript } from './page-observer-script.ts';

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
