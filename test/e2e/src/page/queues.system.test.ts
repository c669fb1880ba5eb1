import { afterAll, expect, test } from 'vitest';
import { openWatchedPage } from '../browser/index.ts';
import { saveScreenshot } from '../check-page.ts';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, context, open, inspect } = await openDemoPage();

interface Queue {
  readonly name: string;
  readonly isPaused: boolean;
  readonly counts: Readonly<Record<string, number>>;
}
const queues = async () => (await demo.ask<{ queues: Queue[] }>('GET', '/queues/api/queues')).queues;
const isPaused = async (wanted: string) => (await queues()).find(({ name }) => name === wanted)?.isPaused;

/** A queue without jobs: the demo does not check pull requests. */
const idle = 'precheck';
afterAll(async () => {
  if (await isPaused(idle)) await demo.ask('PUT', `/queues/api/queues/${idle}/resume`);
});

const table = page.getByRole('table');
const rowOf = (name: string) => table.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });

test('the settings list all queues, and show the jobs of a queue within the layout', async () => {
  await open('/settings/policy');
  await page.getByRole('link', { name: 'Background jobs' }).click();
  for (const { name } of await queues()) await rowOf(name).waitFor();
  await page.getByRole('button', { name: 'Show jobs of ingest' }).click();
  const board = page.frameLocator('iframe[title="Jobs of ingest"]');
  await board.getByRole('heading', { level: 1, name: 'ingest' }).waitFor();
  await board.getByRole('link', { name: /^DELAYED/u }).click();
  await board
    .getByRole('heading', { name: /^check-connections/u })
    .first()
    .waitFor();
  await saveScreenshot(page, 'queues-desktop');
  await page.getByRole('button', { name: 'Hide jobs of ingest' }).click();
  await inspect('queues');
});

test('an admin pauses a queue and resumes it, and the page warns while it is paused', async () => {
  await open('/settings/queues');
  await page.getByRole('button', { name: `Pause ${idle}` }).click();
  await expect.poll(() => isPaused(idle)).toBe(true);
  await open('/');
  await page
    .getByRole('alert')
    .filter({ hasText: `The queue ${idle} is paused` })
    .waitFor();
  await page.getByRole('link', { name: 'Resume processing in the settings' }).click();
  await page.getByRole('button', { name: `Resume ${idle}` }).click();
  await expect.poll(() => isPaused(idle)).toBe(false);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => isPaused(idle)).toBe(true);
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
