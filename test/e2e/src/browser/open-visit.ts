import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** How long an action or a wait may take, in milliseconds: less than a test may, so that it says itself what did not come. */
const timeoutMs = 20_000;

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in the page since it was last asked: script errors, console errors, failed and refused requests. */
  takeTroubles(): readonly string[];
}

/** A browser of its own: no cookie of another visit, unless it is given. */
export async function openVisit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // What moves is drawn by the processor here, sixty times a second.
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(timeoutMs);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('console', (message) => {
    const repeatsResponse = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !repeatsResponse) troubles.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') troubles.push(`${reason} ${new URL(request.url()).pathname}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  return { context, page, takeTroubles: () => troubles.splice(0) };
}
