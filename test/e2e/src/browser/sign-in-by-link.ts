import type { Page } from 'playwright-core';

/** Links that are tried: whoever signs in as the same user ends the others of theirs. */
const maxTries = 10;

/**
 * Opens a sign-in link and presses its button, as a person does: the overview comes next.
 * @throws {Error} where it does not work any more
 */
export async function signInByLink(page: Page, link: string): Promise<void> {
  if (!(await tryLink(page, link))) throw new Error('The sign-in link does not work any more');
}

/** By a new link, and by another where that was ended before its button was pressed. */
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
