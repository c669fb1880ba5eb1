import type { Page } from 'playwright-core';

/** Number of sign-in links to try. A sign-in of the same user elsewhere invalidates the user's other links. */
const maxTries = 10;

/** Opens a sign-in link and presses the button of its page, which leads to the overview. Throws if the link is no longer valid. */
export async function signInByLink(page: Page, link: string): Promise<void> {
  if (!(await tryLink(page, link)))
    throw new Error('The sign-in link is no longer valid. Use signInByNewLink if others sign in as the same user.');
}

/** Signs in by a new link. Tries another new link if the first one was invalidated before its use. */
export async function signInByNewLink(page: Page, createLink: () => Promise<string>): Promise<void> {
  for (let tries = 0; tries < maxTries; tries += 1) if (await tryLink(page, await createLink())) return;
  throw new Error(`None of ${maxTries} sign-in links worked`);
}

async function tryLink(page: Page, link: string): Promise<boolean> {
  await page.goto(link);
  if (new URL(page.url()).pathname === '/') return false;
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  return (await page.request.get(new URL('/v1/session', link).href)).ok();
}
