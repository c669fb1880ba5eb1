import type { Failure, SearchAnswer } from '@refrain/domain';
import { expect, test } from 'vitest';
import { visitDemo } from './visit-demo.ts';

type Listed = Failure & { readonly patternId: string | null };

const { demo, page, open, glance, look } = await visitDemo();

const { items } = await demo.ask<{ items: Listed[] }>(
  'GET',
  '/v1/failures?kind=incident&unassigned=false&limit=200&until=2026-10-01T00:00:00Z',
);
const isIn = (id: string | null) => items.filter(({ patternId }) => patternId === id).length;
/** One that has come often. */
const often = items.toSorted((a, b) => isIn(b.patternId) - isIn(a.patternId))[0] as Listed;
const text = `${often.title}\n${often.text}`;

const answerTo = (question: object) => demo.ask<SearchAnswer>('POST', '/v1/search', { ...question, limit: 10 });
const box = page.getByRole('textbox', { name: 'An error, a log line, or the address of a page' });
const parameters = () => Object.fromEntries(new URL(page.url()).searchParams);

test('a pasted text is answered: whether it has happened, how often, and what ended it; it is in no address', async () => {
  const { pattern, matches } = await answerTo({ text });
  await open('/seen-before');
  await glance('seen-before-empty');
  await box.fill(text);
  await page.keyboard.press('Control+Enter');
  const times = pattern?.episodes === 2 ? 'twice' : `${pattern?.episodes} times`;
  await page.getByRole('heading', { level: 2, name: `Yes: this has happened ${times}.` }).waitFor();
  const likely = page.getByRole('article').first();
  await likely.getByRole('link', { name: pattern?.name ?? '', exact: true }).waitFor();
  await likely.getByText(pattern?.lesson ?? '', { exact: true }).waitFor();
  if (pattern?.endedLastTimeBy)
    await page
      .getByText('Last time it was ended by')
      .getByRole('link', { name: pattern.endedLastTimeBy.title })
      .waitFor();
  else await page.getByText('What ended it is not known.').waitFor();
  expect(await page.getByRole('article').count()).toBe(1 + matches.length);
  await expect.poll(parameters).toEqual({});
  await look('seen-before');
});

test('who looks at what was found and comes back finds the text and its answer; one asks anew', async () => {
  await open('/seen-before');
  await box.fill(text);
  await page.getByRole('button', { name: 'Seen before?', exact: true }).click();
  await page.getByRole('article').last().getByRole('link').first().click();
  await page.getByRole('heading', { level: 2, name: 'What is known of it' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: /^Yes: / }).waitFor();
  expect(await box.inputValue()).toBe(text);
  await page.getByRole('button', { name: 'Ask anew' }).click();
  await page.getByText('Or try one of what happened last:').waitFor();
  expect(await box.inputValue()).toBe('');
});

test('the address of a page can be linked to: it is in the address of this one, and survives a reload', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('/seen-before');
  await box.fill(often.url ?? '');
  await page.getByText('Taken for the address of a page').waitFor();
  await page.getByRole('button', { name: 'Seen before?', exact: true }).click();
  await page.getByText('Asked about the failure').getByRole('link', { name: often.title }).waitFor();
  await expect.poll(parameters).toEqual({ url: often.url });
  await page.getByRole('button', { name: 'Copy link' }).click();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(page.url());
  await page.reload();
  await page.getByText('Asked about the failure').waitFor();
  expect(await box.inputValue()).toBe(often.url);
  await page.goBack();
  await page.getByText('Or try one of what happened last:').waitFor();
});

test('it is narrowed to a service: that is in the address, and the back button takes it back', async () => {
  const service = often.services[0] ?? '';
  await open(`/seen-before?failure=${often.id}`);
  await page.getByRole('heading', { level: 2, name: /^Yes: / }).waitFor();
  await page.getByRole('button', { name: 'Narrow it' }).click();
  await page.getByRole('combobox', { name: 'Service' }).fill(service);
  await page.keyboard.press('Enter');
  await expect.poll(parameters).toEqual({ failure: often.id, service });
  const { matches } = await answerTo({ failureId: often.id, service });
  expect(new Set(matches.flatMap(({ failure }) => failure.services))).toContain(service);
  await expect
    .poll(() =>
      page
        .getByRole('article')
        .getByText(/alike$/u)
        .count(),
    )
    .toBe(matches.length);
  await glance('seen-before-narrowed');
  await page.goBack();
  await expect.poll(parameters).toEqual({ failure: often.id });
});

test('what has never happened is said to be new, and a text without words cannot be told', async () => {
  await open('/seen-before');
  await box.fill('xqzvw jjqkk zzpty');
  await page.getByRole('button', { name: 'Seen before?', exact: true }).click();
  const answer = page.getByRole('heading', { level: 2, name: /^Not seen before in the [\d,]+ failures known\.$/u });
  await answer.waitFor();
  await page.getByRole('heading', { level: 2, name: 'The nearest, though hardly the same' }).waitFor();
  await glance('seen-before-not');
  await box.fill('...');
  await page.keyboard.press('Control+Enter');
  await page.getByText('How sure: this cannot be told').waitFor();
  await page.getByText('Nothing is like it.').waitFor();
});

test('a text that is too long says so where it is typed, and is cut at a press', async () => {
  await open('/seen-before');
  await box.fill('connection slots '.repeat(1_300));
  await page.getByRole('alert').getByText('22,099 characters: at most 20,000').waitFor();
  expect(await page.getByRole('button', { name: 'Seen before?', exact: true }).isDisabled()).toBe(true);
  await glance('seen-before-long');
  await page.getByRole('button', { name: 'Keep the first 20,000 characters' }).click();
  await page.getByText('20,000 characters of text').waitFor();
  await page.getByRole('button', { name: 'Seen before?', exact: true }).click();
  await page.getByText(/^How sure: /u).waitFor();
});

test('an example is one press away; an answer that does not come can be asked for again', async () => {
  await open('/seen-before');
  let fails = true;
  await page.route('**/v1/search', (route) => (fails ? route.abort('aborted') : route.continue()));
  const example = page.getByText('Or try one of what happened last:').locator('..').getByRole('button').first();
  const title = (await example.textContent()) ?? '';
  await example.click();
  await expect.poll(() => box.inputValue()).toBe(title);
  await page.getByRole('alert').getByText('Refrain does not answer').waitFor();
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText(/^How sure: /u).waitFor();
  await page.unrouteAll();
});
