import { randomUUID } from 'node:crypto';
import type { ProviderWrite, PullChecksResponse, WriteState } from '@refrain/domain';
import type { Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspectElement, inspect, expectTotal, takeProblems, parameters } = await openDemoPage();

const rows = page.getByRole('article');
const drawer = page.getByRole('dialog', { name: 'Write' });
const pathOf = (query: string) => `/v1/writes?limit=200${query}`;
const list = (query = '') => demo.ask<{ items: ProviderWrite[]; total: number }>('GET', pathOf(query));
const find = (id: string) => demo.ask<ProviderWrite>('GET', `/v1/writes/${id}`);
/** Issues that the demo opened. No other test file undoes them. */
const [undoneHere, undoneElsewhere] = (await list('&action=open_issue&state=done')).items
  .filter(({ isUndoable }) => isUndoable)
  .toReversed();

test('each write to a provider is listed with its action and its location', async () => {
  await open('/audit?show=writes&action=create_label');
  const [label] = (await list('&action=create_label')).items;
  await rows
    .filter({ hasText: label?.target ?? '' })
    .first()
    .waitFor();
  await open('/audit?show=writes');
  expect((await list()).total).toBeGreaterThan(5);
  await rows.nth(5).waitFor();
  await inspect('audit');
});

test('a write shows its content in a drawer that has its own URL, and the back button closes the drawer', async () => {
  await open('/audit?show=writes&action=open_issue');
  const [first] = (await list('&action=open_issue')).items;
  const row = rows.filter({ hasText: new RegExp(`opened (?:an issue|issue #\\d+) in ${first?.target}`, 'u') }).first();
  await row.getByRole('link', { name: 'Details and undo' }).focus();
  await page.keyboard.press('Enter');
  await drawer.getByRole('heading', { name: 'Sent content' }).waitFor();
  const { content, why } = await find(new URL(page.url()).searchParams.get('write') ?? '');
  await drawer.getByText(`Why: ${why}`).waitFor();
  expect(await drawer.locator('pre').first().textContent()).toBe(Object.values(content)[0]);
  await inspectElement('audit-write');
  await page.reload();
  await drawer.getByRole('heading', { name: 'Sent content' }).waitFor();
  await page.goBack();
  await drawer.waitFor({ state: 'hidden' });
  await page.goto(`${demo.url}/audit?write=nothing`);
  await drawer.getByRole('alert').getByText('There is no write to a provider with the id nothing.').waitFor();
  expect(takeProblems()).toEqual(['404 /v1/writes/nothing']);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
});

test('the filters of writes are in the URL, survive a reload and are undone by the back button', async () => {
  await open('/audit?show=writes');
  await page.getByRole('combobox', { name: 'Action' }).click();
  await page.getByRole('option', { name: 'set up a webhook' }).click();
  const hooks = await expectTotal<ProviderWrite>(pathOf('&action=set_up_webhook'), 'write');
  // Other test files connect accounts at the same time. When they disconnect an account, its writes disappear from the list.
  const target = hooks.find((write) => write.target.includes('larkhaul'))?.target ?? '';
  await page.getByRole('combobox', { name: 'Target' }).fill(target);
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('target')).toBe(target);
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'rejected' }).click();
  await page.getByText('No writes match.').waitFor();
  await page.reload();
  await page.getByText('No writes match.').waitFor();
  expect(await page.getByRole('combobox', { name: 'Target' }).inputValue()).toBe(target);
  await inspectElement('audit-none');
  await page.goBack();
  await rows.first().waitFor();
  await page.goBack();
  await expectTotal(pathOf('&action=set_up_webhook'), 'write');
  expect(await page.getByRole('combobox', { name: 'Target' }).inputValue()).toBe('');
  await page.getByRole('button', { name: 'Any action', includeHidden: true }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(hooks.length);
});

test('a write can be undone at the provider, and the audit log shows the write and its undo', async () => {
  const mine = undoneHere;
  await open(`/audit?show=writes&action=open_issue&write=${mine?.id}`);
  await drawer.getByText('This closes the issue as not planned.').waitFor();
  await drawer.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor({ timeout: 40_000 });
  await drawer.getByText('The write was undone later.').waitFor();
  expect(await drawer.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  expect(await find(mine?.id ?? '')).toMatchObject({ state: 'undone', isUndoable: false });
  const issue = new URL(mine?.url ?? '').pathname.split('/').slice(-3).join('/');
  const undone = (await list('&action=undo')).items.find(({ content }) => String(content.path).endsWith(issue));
  expect(undone).toMatchObject({ state: 'done', by: 'Local admin', content: { state: 'closed' } });
});

test('an undo is refused when somebody else has already undone the write', async () => {
  const mine = undoneElsewhere;
  await open(`/audit?show=writes&action=open_issue&write=${mine?.id}`);
  const takeBack = drawer.getByRole('button', { name: 'Undo' });
  await takeBack.waitFor();
  await demo.ask('POST', `/v1/writes/${mine?.id}/undo`);
  await expect.poll(async () => (await find(mine?.id ?? '')).state, { timeout: 40_000 }).toBe('undone');
  await takeBack.click();
  await drawer.getByRole('alert').getByText('The write was already undone').waitFor();
  await drawer.getByText('The write was undone later.').waitFor();
  expect(takeProblems()).toEqual([`409 /v1/writes/${mine?.id}/undo`]);
  await inspectElement('audit-conflict');
});

test('the empty lists of planned writes and pull request checks say how to fill them', async () => {
  await open('/audit');
  await page.getByRole('link', { name: 'Dry runs' }).click();
  await page.getByText('Nothing planned.').waitFor();
  await page.getByRole('link', { name: 'Pull request checks' }).click();
  await page.getByText('Pull requests are not checked.').waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get('show')).toBe('checks');
  await inspectElement('audit-no-checks');
  await page.getByRole('link', { name: 'Switch it on in the policy' }).click();
  await page.getByRole('heading', { level: 1, name: 'Policy' }).waitFor();
  await page.goBack();
  await page.goBack();
  await page.getByText('Nothing planned.').waitFor();
});

// A dry run and real checks would affect other test files, so the page gets made-up responses.
test('the page lists planned writes and pull request checks with their state', async () => {
  await page.route('**/v1/writes?*state=planned*', async (route) => {
    const { items } = await list('&action=open_issue');
    const planned = { state: 'planned' satisfies WriteState, url: null, completedAt: null, isUndoable: false };
    await answer(route, { items: items.map((item) => ({ ...item, ...planned })), next: null, total: items.length });
  });
  await open('/audit?show=planned');
  await rows.first().getByText('planned', { exact: true }).waitFor();
  expect(await page.getByRole('combobox', { name: 'State' }).count()).toBe(0);
  await inspectElement('audit-planned');

  const requested: string[] = [];
  await page.route('**/v1/checks?*', async (route) => {
    requested.push(new URL(route.request().url()).search);
    await answer(route, checks);
  });
  await open('/audit?show=checks');
  await page.getByText('42\u00a0% likely to fail, compared with 6\u00a0% for an average change').first().waitFor();
  await inspectElement('audit-checks');
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'marked as not helpful' }).click();
  await expect.poll(() => requested.at(-1)).toContain('state=unhelpful');
});

const check = { id: 'one', connectionId: 'c', repository: 'larkhaul/track-api', number: 4711, headSha: 'a'.repeat(40) };
const facts = {
  patternId: null,
  failureIds: ['a', 'b'],
  score: 0.42,
  averageScore: 0.06,
  at: '2026-05-04T09:30:00.000Z',
};
const checks: PullChecksResponse = {
  items: [
    { ...check, ...facts, state: 'shown', url: 'https://github.com/larkhaul/track-api/pull/4711', outcome: 'failed' },
    {
      ...check,
      ...facts,
      id: 'two',
      number: 4712,
      state: 'pending',
      url: null,
      outcome: 'not_merged',
      failureIds: ['a'],
    },
  ],
  next: null,
  total: 2,
};

function answer(route: Route, body: unknown) {
  return route.fulfill({ contentType: 'application/json', body: JSON.stringify(body) });
}

test('the list of writes shows a loading state and the reason for a failed request, which can be retried', async () => {
  let fails = true;
  await page.route('**/v1/writes?*', (route) => (fails ? route.abort('aborted') : route.continue()));
  await page.goto(`${demo.url}/audit?show=writes`);
  await page.getByRole('status', { name: 'Loading the writes' }).waitFor();
  await page.getByRole('alert').getByText('Refrain is not responding').waitFor({ timeout: 40_000 });
  await inspectElement('audit-error');
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await rows.first().waitFor();
});

test('decisions are listed with who made them, and can be filtered by topic, by decider and by day', async () => {
  const name = `audit robot ${randomUUID()}`;
  const { id } = await demo.ask<{ id: string }>('POST', '/v1/tokens', { name });
  await demo.ask('DELETE', `/v1/tokens/${id}`);
  await open('/audit');
  await rows
    .filter({ hasText: `created the token “${name}”` })
    .first()
    .waitFor();
  await page.getByRole('combobox', { name: 'About' }).click();
  await page.getByRole('option', { name: 'People and access' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('topic')).toBe('access');
  await rows
    .filter({ hasText: 'of Local admin' })
    .first()
    .getByText(/\(token “/u)
    .waitFor();
  await inspect('audit-decisions');
  await page.getByRole('combobox', { name: 'Who' }).click();
  await page.getByRole('option', { name: 'The policy' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('user')).toBe('policy');
  await page.getByRole('textbox', { name: 'Until' }).fill('2020-01-01');
  await page.getByText('No decisions match.').waitFor();
  await inspectElement('audit-no-decisions');
});

test('sign-ins are listed in a tab of their own', async () => {
  await open('/audit');
  await page.getByRole('link', { name: 'Sign-ins', exact: true }).click();
  await page.getByText('signed in with a link.').first().waitFor();
  await expect.poll(parameters).toEqual({ topic: 'sign_ins' });
});
