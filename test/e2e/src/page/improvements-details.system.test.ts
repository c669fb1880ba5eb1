import type { Effect, Fix, Improvement } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openImprovementsPage } from './improvements-page.ts';

const { demo, page, open, inspectElement, listProposals, findInvestigation, column } = await openImprovementsPage();

const card = (name: string) => column('Proposed').getByRole('article').filter({ hasText: name });
const maxPresses = 60;

async function focusCard(name: string) {
  await page.evaluate('document.activeElement.blur()');
  await page.evaluate('scrollTo(0, 0)');
  for (let presses = 0; presses < maxPresses; presses += 1) {
    await page.keyboard.press('ArrowDown');
    if ((await page.evaluate('document.activeElement.textContent')) === name) return;
  }
  throw new Error(`No card “${name}” within ${maxPresses} presses`);
}

test('proposals can be snoozed, restored, declined and reviewed with the keyboard alone', async () => {
  const [first, second] = await listProposals();
  expect(second?.patternName).not.toBe(first?.patternName);
  const snoozed = card(first?.patternName ?? '').getByText('snoozed');
  await open('/improvements');
  await focusCard(first?.patternName ?? '');
  await page.keyboard.press('s');
  await page.getByRole('dialog').getByRole('radio', { name: '30 days' }).waitFor();
  await inspectElement('improvement-snooze');
  await page.keyboard.press('Enter');
  await page.getByText(/^Snoozed “.+” for 30 days\.$/u).waitFor();
  await snoozed.waitFor();
  await page.keyboard.press('u');
  await snoozed.waitFor({ state: 'detached' });

  await focusCard(second?.patternName ?? '');
  await page.keyboard.press('d');
  await page.getByRole('dialog').getByRole('radio', { name: 'Not systemic' }).waitFor();
  await inspectElement('improvement-decline');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await column('Declined')
    .getByRole('link', { name: second?.patternName ?? '' })
    .waitFor();
  await expect.poll(() => page.evaluate('document.activeElement.closest("[data-list-item]") !== null')).toBe(true);

  await focusCard(first?.patternName ?? '');
  await page.keyboard.press('a');
  await page.getByRole('heading', { level: 1, name: 'Approve a fix' }).waitFor();
  await inspectElement('improvement-approve');
  await page.goBack();
  await column('Proposed').getByRole('article').first().waitFor();
});

test('a proposal without a known fix is labelled as an investigation', async () => {
  const investigation = await findInvestigation();
  await open(`/improvements/${investigation?.id}`);
  await page.getByText('Investigation', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Review and open an investigation …' }).click();
  await page.getByRole('heading', { level: 1, name: 'Open an investigation' }).waitFor();
  await page.getByRole('button', { name: 'Open the investigation' }).waitFor();
  await inspectElement('improvement-investigation');
});

test('a proposal that was declined with a reason can still be approved', async () => {
  const [proposal] = await listProposals();
  await open(`/improvements/${proposal?.id}`);
  await page.getByRole('button', { name: 'Decline …' }).click();
  await page.getByRole('radio', { name: 'Other' }).check();
  await page.getByRole('textbox', { name: 'Comment' }).fill('It is rebuilt this quarter');
  await page.getByRole('button', { name: 'Decline', exact: true }).click();
  await page.getByText('Declined', { exact: false }).first().waitFor();
  await page.getByText('It is rebuilt this quarter').waitFor();
  await page.getByRole('button', { name: 'Review and approve …' }).waitFor();
  await inspectElement('improvement-declined');
});

test('the page of an improvement shows the effect of its fix with figures', async () => {
  const { items } = await demo.ask<{ items: Improvement[] }>('GET', '/v1/improvements?state=opened&limit=1');
  const [opened] = items;
  // No fix in the demo is old enough for its effect to be known, so the page gets a made-up response.
  const fixed = {
    ...opened,
    state: 'verified',
    problem: null,
    fix: fixOf('2026-03-02'),
    effect: effectOf(opened?.patternId ?? ''),
  };
  await page.route(`**/v1/improvements/${opened?.id}`, (route) => route.fulfill({ json: fixed }));
  await open(`/improvements/${opened?.id}`);
  await page.getByRole('heading', { name: 'Did the fix work?' }).waitFor();
  await page.getByText('It held: 1 episode in 30 weeks, where 12 were to be expected.').waitFor();
  await page.getByText('in production since').waitFor();
  await page.getByText('The figures as a table').first().click();
  await page.getByRole('row', { name: /^since the fix 0.03/u }).waitFor();
  await inspectElement('improvement-effect');
});

function fixOf(day: string): Fix {
  const at = `${day}T10:00:00.000Z`;
  return { url: 'https://github.example/acme/api/pull/7', mergedAt: at, deployedAt: at };
}

function effectOf(patternId: string): Effect {
  const rate = (value: number, episodes: number) => ({
    value,
    episodes,
    exposure: 30,
    low: value / 2,
    high: value * 2,
  });
  return {
    patternId,
    fixedAt: '2026-03-02T10:00:00.000Z',
    until: '2026-10-01T00:00:00.000Z',
    verdict: 'held',
    decidedAt: '2026-09-01T00:00:00.000Z',
    monitoringEndsAt: '2027-03-02T00:00:00.000Z',
    weeksNeeded: null,
    perWeek: {
      before: rate(0.4, 12),
      expectedRate: 0.4,
      expected: 12,
      after: rate(0.033, 1),
      ratio: { value: 0.08, low: 0.01, high: 0.4 },
    },
    per100Changes: null,
    explanation: ['It held: 1 episode in 30 weeks, where 12 were to be expected.'],
  };
}
