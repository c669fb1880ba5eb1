import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** The timeout of an action or a wait, in milliseconds. It is shorter than that of a test, so that the error names the action. */
const timeoutMs = 20_000;

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Returns the problems in the page since the previous call: script errors, console errors, failed and refused requests. */
  takeTroubles(): readonly string[];
}

/** Opens a browser context without cookies of other visits, unless they are given. */
export async function openVisit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Animations are rendered in software here, sixty times a second.
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
