import { afterAll, expect, test } from 'vitest';
import { openWatchedPage } from '../browser/index.ts';
import { saveScreenshot } from '../check-page.ts';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, context, open } = await openDemoPage();

interface Queue {
  readonly name: string;
  readonly isPaused: boolean;
  readonly counts: Readonly<Record<string, number>>;
}
const queues = async () => (await demo.ask<{ queues: Queue[] }>('GET', '/queues/api/queues')).queues;
const isPaused = async (wanted: string) => (await queues()).find(({ name }) => name === wanted)?.isPaused;
const navigation = page.getByRole('navigation');

/** A queue without jobs: the demo does not check pull requests. */
const idle = 'precheck';
afterAll(async () => {
  if (await isPaused(idle)) await demo.ask('PUT', `/queues/api/queues/${idle}/resume`);
});

test('the settings lead to the job queues, and their page leads back', async () => {
  await open('/settings/policy');
  await page.getByRole('link', { name: 'Queues' }).click();
  for (const { name } of await queues()) await navigation.getByRole('link', { name }).waitFor();
  await navigation.getByRole('link', { name: 'ingest' }).click();
  await page.getByRole('heading', { level: 1, name: 'ingest' }).waitFor();
  await page.getByRole('link', { name: /^DELAYED/u }).click();
  await page
    .getByRole('heading', { name: /^check-connections/u })
    .first()
    .waitFor();
  await saveScreenshot(page, 'queues-desktop');
  await page.getByRole('banner').getByRole('listitem').last().getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Refrain' }).click();
  await page.getByRole('region', { name: 'Do next' }).waitFor();
});

test('an admin pauses and resumes a queue, and the page warns while it is paused', async () => {
  await page.goto(`${demo.url}/queues/queue/${idle}`);
  const menu = page.getByRole('main').locator('button[aria-haspopup=menu]');
  await menu.click();
  await page.getByRole('menuitem', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect.poll(() => isPaused(idle)).toBe(true);
  await open('/');
  await page
    .getByRole('alert')
    .filter({ hasText: `The queue ${idle} is paused` })
    .waitFor();
  await page.getByRole('link', { name: 'Resume it on the queues page' }).waitFor();
  await page.goto(`${demo.url}/queues/queue/${idle}`);
  await menu.click();
  await page.getByRole('menuitem', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect.poll(() => isPaused(idle)).toBe(false);
});

test('a visitor who is not signed in sees the sign-in page instead of a queue', async () => {
  const browser = context.browser();
  if (browser === null) throw new Error('The visit has no browser');
  const guest = await openWatchedPage(browser);
  await guest.page.goto(`${demo.url}/queues/queue/ingest`);
  await guest.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(new URL(guest.page.url()).pathname).toBe('/');
  await guest.context.close();
});
