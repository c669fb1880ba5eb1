import type { Page } from 'playwright-core';

/** Opens a sign-in link and presses its button, as a person does: the overview comes next. */
export async function signInByLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}
