import { randomUUID } from 'node:crypto';
import type { DeadLetter, DeadLettersResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';
import { disconnectAfterTests } from './second-account.ts';

const { demo, page, open, inspectElement, inspect, takeProblems } = await openDemoPage();
const account = 'poisoned';
const deliveryKey = `poison-${randomUUID()}`;
disconnectAfterTests(demo, account);

const rows = page.getByRole('article');
const list = () => demo.ask<DeadLettersResponse>('GET', '/v1/dead-letters?limit=200&kind=record');
const findMine = async () => (await list()).items.find(({ subject }) => subject === deliveryKey);

test('an unparsable record is listed with its error, can be replayed, and can be discarded with a reason', async () => {
  await open('/settings/dead-letters?kind=delivery');
  await page.getByText('No failed jobs match these filters.').waitFor();
  await inspectElement('dead-letters-none');
  const poison = { type: 'archive.incident', deliveryKey, payload: { title: 7 } };
  const status = await page.evaluate(
    async ([path, body]) =>
      (
        await fetch(path ?? '', {
          method: 'POST',
          headers: { 'content-type': 'application/x-ndjson' },
          body: body ?? '',
        })
      ).status,
    [`/v1/archives/${account}/import`, JSON.stringify(poison)],
  );
  expect(status).toBe(200);
  await expect.poll(findMine, { timeout: 40_000 }).toBeDefined();

  await open('/settings/policy');
  await page.getByRole('link', { name: 'Failed jobs' }).click();
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'record' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('kind')).toBe('record');
  const mine = rows.filter({ hasText: deliveryKey });
  await mine.getByText('replay helps once the cause is fixed').waitFor();
  await inspect('dead-letters');

  await mine.getByRole('button', { name: /^Replay/u }).click();
  await page.getByText('Replaying. The entry leaves the list').waitFor();
  // Parsing fails again, because the record is unchanged.
  await expect.poll(findMine, { timeout: 40_000 }).toBeDefined();
  await mine.waitFor({ timeout: 20_000 });
  await mine.getByRole('button', { name: /^Discard/u }).click();
  const reason = `a test put it there (${deliveryKey})`;
  const dialog = page.getByRole('dialog', { name: 'Discard this failed job?' });
  await dialog.getByText('The record will stay unread.').waitFor();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await inspectElement('dead-letters-discard');
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect.poll(findMine).toBeUndefined();
  await mine.waitFor({ state: 'hidden' });

  await open('/audit?what=discardDeadLetter');
  await rows.filter({ hasText: 'Local admin discarded a failed job' }).filter({ hasText: reason }).waitFor();
});

// A failing job becomes a dead letter only after minutes, so the page gets a made-up response.
test('the list of dead letters says what to do about each dead job or message, and can be retried if it fails to load', async () => {
  const letter: DeadLetter = {
    id: 'job-1',
    kind: 'job',
    at: '2026-05-04T09:30:00.000Z',
    queue: 'ingest',
    name: 'pull-stream',
    subject: 'stream pulls:larkhaul/track-api',
    connectionId: null,
    subscriptionId: null,
    code: 'provider_failed',
    problem: 'GitHub failed (502)',
    attempts: 6,
    isReplaying: false,
    replay: 'likely',
    advice: 'The outage is usually over by now. Replay the dead letter.',
  };
  const message: DeadLetter = {
    ...letter,
    id: 'delivery-1',
    kind: 'delivery',
    queue: 'improvement',
    name: 'report_written',
    code: null,
    subject: 'https://hooks.example/…',
    problem: 'The receiver refuses the message (404)',
    isReplaying: true,
  };
  let fails = true;
  await page.route('**/v1/dead-letters?*', (route) =>
    fails ? route.abort('aborted') : route.fulfill({ json: { items: [letter, message], next: null, total: 2 } }),
  );
  await page.goto(`${demo.url}/settings/dead-letters`);
  await page.getByRole('status', { name: 'Loading the failed jobs' }).waitFor();
  await page.getByRole('alert').getByText('Refrain is not responding').waitFor({ timeout: 40_000 });
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await rows.filter({ hasText: 'Job: pull-stream' }).getByText('replay should help').waitFor();
  await rows.filter({ hasText: 'Message: report_written' }).getByText('replaying').waitFor();
  await inspectElement('dead-letters-jobs');
  await page.unrouteAll();
  takeProblems();
});
