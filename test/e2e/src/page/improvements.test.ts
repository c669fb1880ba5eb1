import type { Effect, Fix, Improvement, IssuePreview } from '@refrain/domain';
import { expect, test } from 'vitest';
import { visitDemo } from './visit-demo.ts';

const { demo, page, open, glance, look } = await visitDemo();

const proposed = async () =>
  (await demo.ask<{ items: Improvement[] }>('GET', '/v1/improvements?state=proposed&limit=200')).items;
const find = (id: string) => demo.ask<Improvement>('GET', `/v1/improvements/${id}`);
const column = (name: string) => page.getByRole('region', { name });

test('the board has each improvement where it stands', async () => {
  await open('/improvements');
  const waiting = await proposed();
  await column('Proposed').getByText(String(waiting.length), { exact: true }).waitFor();
  expect(await column('Proposed').getByRole('article').count()).toBe(waiting.length);
  expect(await column('Opened').getByRole('article').count()).toBeGreaterThan(0);
  await look('improvements');
});

test('a proposal is left for later and brought back, declined, and approved, by keys alone', async () => {
  await open('/improvements');
  const board = page.getByRole('group', { name: 'Improvements by where they stand' });
  await board.focus();
  await page.keyboard.press('ArrowDown');
  const focused = () => page.evaluate('document.activeElement.textContent') as Promise<string>;
  const first = await focused();
  await page.keyboard.press('s');
  await page.getByText('Left for later.').waitFor();
  await column('Proposed').getByText('left for later').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await column('Proposed').getByText('left for later').waitFor({ state: 'detached' });

  await board.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = await focused();
  expect(second).not.toBe(first);
  await page.keyboard.press('d');
  await column('Declined').getByRole('link', { name: second }).waitFor();

  await board.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('a');
  await page.getByRole('heading', { level: 1, name: 'Approve an improvement' }).waitFor();
  await page.goBack();
  await column('Proposed').getByRole('article').first().waitFor();
});

test('what is approved is seen as the issue that it will be, edited, and opened', async () => {
  const [wanted] = (await proposed()).filter(({ repository }) => repository !== null).slice(-1);
  const id = wanted?.id ?? '';
  await open(`/improvements/${id}?edit=true`);
  const issue = page.getByRole('region', { name: 'The issue as it will be' });
  await issue.getByText(wanted?.title ?? '').waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill('Renew certificates before they run out');
  await page.getByRole('textbox', { name: 'What you want to say first' }).fill('Seen **twice** this week.');
  await issue.getByText('Renew certificates before they run out').waitFor();
  await issue.locator('strong', { hasText: 'twice' }).waitFor();
  await glance('improvement-approve');
  await page.getByRole('textbox', { name: 'Repository' }).fill('not a repository');
  await page.getByText('Write it as owner/name.').waitFor();
  expect(await page.getByRole('button', { name: 'Approve and open the issue' }).isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'Repository' }).fill(wanted?.repository ?? '');
  const preview = await demo.ask<IssuePreview>('POST', `/v1/improvements/${id}/issue`, {
    title: 'Renew certificates before they run out',
    note: 'Seen **twice** this week.',
  });
  await page.getByRole('button', { name: 'Approve and open the issue' }).click();
  await page.getByText('Approved: the issue is being opened.').waitFor();
  await page
    .getByRole('link', { name: `${wanted?.repository}#` })
    .first()
    .waitFor({ timeout: 90_000 });
  const opened = await find(id);
  expect([opened.state, opened.title]).toEqual(['opened', preview.title]);
  await page.getByRole('heading', { name: 'What was written there' }).waitFor();
  await page.getByText('by the local admin').first().waitFor();
  await look('improvement-opened');
});

test('a proposal is declined with a reason, and can still be approved', async () => {
  const [other] = (await proposed()).slice(-1);
  await open(`/improvements/${other?.id}`);
  await page.getByRole('button', { name: 'Decline …' }).click();
  await page.getByRole('textbox', { name: 'Why, if you like' }).fill('It is rebuilt this quarter');
  await page.getByRole('button', { name: 'Decline', exact: true }).click();
  await page.getByText('The team has declined it').waitFor();
  await page.getByText('It is rebuilt this quarter').waitFor();
  await page.getByRole('button', { name: 'Review and approve …' }).waitFor();
  await glance('improvement-declined');
});

test('whether a fix held is told with what that rests on, and drawn', async () => {
  const { items } = await demo.ask<{ items: Improvement[] }>('GET', '/v1/improvements?state=opened&limit=1');
  const [opened] = items;
  // Nothing of the demo was fixed long enough ago: what a year of watching would have found.
  const fixed = {
    ...opened,
    state: 'verified',
    problem: null,
    fix: fixOf('2026-03-02'),
    effect: effectOf(opened?.patternId ?? ''),
  };
  await page.route(`**/v1/improvements/${opened?.id}`, (route) => route.fulfill({ json: fixed }));
  await open(`/improvements/${opened?.id}`);
  await page.getByRole('heading', { name: 'Did the fix hold?' }).waitFor();
  await page.getByText('It held: 1 episode in 30 weeks, where 12 were to be expected.').waitFor();
  await page.getByText('in production since').waitFor();
  await page.getByText('The figures as a table').first().click();
  await page.getByRole('row', { name: /^since the fix 0.03/u }).waitFor();
  await glance('improvement-effect');
  await page.unrouteAll();
});

function fixOf(day: string): Fix {
  const at = `${day}T10:00:00.000Z`;
  return { url: 'https://github.example/acme/api/pull/7', mergedAt: at, deployedAt: at };
}

function effectOf(patternId: string): Effect {
  const rate = (value: number, episodes: number) => ({
    ...{ value, episodes, exposure: 30 },
    ...{ low: value / 2, high: value * 2 },
  });
  return {
    ...{ patternId, fixedAt: '2026-03-02T10:00:00.000Z', until: '2026-10-01T00:00:00.000Z' },
    ...{ verdict: 'held', decidedAt: '2026-09-01T00:00:00.000Z', watchEndsAt: '2027-03-02T00:00:00.000Z' },
    weeksNeeded: null,
    perWeek: {
      ...{ before: rate(0.4, 12), goesOn: 0.4, expected: 12, after: rate(0.033, 1) },
      ratio: { value: 0.08, low: 0.01, high: 0.4 },
    },
    per100Changes: null,
    says: ['It held: 1 episode in 30 weeks, where 12 were to be expected.'],
  };
}
