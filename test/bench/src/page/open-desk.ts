import { launchBrowser, openVisit, signInByLink, type Visit } from '@refrain/e2e/browser';
import type { Browser, CDPSession } from 'playwright-core';
import { observePage } from './observe-page.ts';

/** How long anything may take, in milliseconds: it is measured here, and no test. */
const timeoutMs = 60_000;

export interface DeskPage extends Pick<Visit, 'page'> {
  readonly devtools: CDPSession;
  close(): Promise<void>;
}

/** A person's place of work: a browser that is signed in. */
export interface Desk {
  /** A page in a browser that has nothing but the sign-in. @param throttling by what the processor is made slower */
  openPage(throttling: number): Promise<DeskPage>;
  /** What went wrong in the pages that were closed: script errors, console errors, failed and refused requests. */
  readonly troubles: string[];
  /** Other hosts that were asked for something. */
  readonly foreignHosts: Set<string>;
  close(): Promise<void>;
}

/** @param signInUrl signs in, once */
export async function openDesk(url: string, signInUrl: string): Promise<Desk> {
  const browser = await launchBrowser(process.env);
  const storageState = await signIn(browser, signInUrl);
  const troubles: string[] = [];
  const foreignHosts = new Set<string>();
  return {
    troubles,
    foreignHosts,
    close: () => browser.close(),
    async openPage(throttling) {
      const { context, page, takeTroubles } = await openVisit(browser, {
        ...{ baseURL: url, storageState },
        // As most people have it.
        reducedMotion: 'no-preference',
      });
      page.on('request', (request) => {
        const { host, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && host !== new URL(url).host) foreignHosts.add(host);
      });
      context.setDefaultTimeout(timeoutMs);
      await context.addInitScript(observePage);
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttling });
      return {
        page,
        devtools,
        async close() {
          troubles.push(...takeTroubles());
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
