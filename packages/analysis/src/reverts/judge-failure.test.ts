import { dayInMs } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { judgeFailure } from './judge-failure.ts';

function judge(
  title: string,
  body: string,
  given: Partial<Parameters<typeof judgeFailure>[1]> & { paths?: string[] } = {},
) {
  const { paths = [], ...taken } = given;
  const commit = {
    repo: 'acme/shop',
    sha: 'a'.repeat(40),
    date: '2026-01-01T00:00:00Z',
    parents: [],
    subject: `Revert "${title}"`,
    body,
    pr: null,
    paths,
  };
  return judgeFailure(commit, { titles: [title], age: 0.2 * dayInMs, depth: 1, isVague: false, ...taken });
}

describe('planned', () => {
  it.each([
    ['Free shipping', 'The campaign is over.'],
    ['Free shipping', 'End of the sales window.'],
    ['Offer new rates', 'As planned.'],
    ['Count slow queries', 'We got the numbers that we need.'],
    ['Rework the cart', 'Will re-land in smaller pieces.'],
    ['Rework the cart', 'Merged too early.'],
    ['Rework the cart', 'Legal asked to hold this.'],
    ['Rework the cart', 'Goes into the next release.'],
    ['Rework the cart', 'Out for now, in order to revert #12 cleanly.'],
    ['Rework the cart', 'Depends on #12, which has to be reverted.'],
    ['Rework the cart', 'Needs more work.'],
    ['Bump left-pad from 1.0.0 to 1.0.1', ''],
    ['Bump the base image', ''],
    ['release: 2.4.0', ''],
    ['chore(main): release 2.3.1', ''],
    ['chore(main): release shop-api 2.3.1 (#12)', ''],
    ['Version Packages (#12)', ''],
    ['2.3.1', ''],
    ['v2.3.1-rc.1', ''],
    ['Prepare release 2.3.1', ''],
    ['[maven-release-plugin] prepare release 2.3.1', ''],
    ['[maven-release-plugin] prepare for next development iteration', ''],
    ['Upgrade React', ''],
    ['Enable maintenance mode', ''],
    ['Show the maintenance banner', ''],
    ['Count carts for a week', ''],
    ['Bigger nodes for the workshop', ''],
    ['Maintenance page for the shop', ''],
  ])('%s: %s', (title, body) => {
    expect(judge(title, body)).toMatchObject({ isFailure: false });
  });
});

describe('answers a failure', () => {
  it.each([
    ['Rework the cart', ''],
    ['Rework the cart', 'Workers die at start.'],
    ['Rework the cart', 'Totals lost for guests, see page 4711'],
    ['Bump left-pad from 1.0.0 to 1.0.1', 'Pods are killed for want of memory.'],
    ['Bump left-pad from 1.0.0 to 1.0.1', 'Compares header names by case now.'],
    ['Bump memory limits', ''],
    ['Upgrade React', 'The cart is blank.'],
    ['Upgrade plan button', ''],
    ['Mend the link in the maintenance banner', ''],
    ['Bump left-pad', 'The build times out.'],
    ['Pause tours on holidays', 'Tours paused for ever.'],
    ['Batch writes for events', ''],
    ['Rework the cart', 'Came back after the next release.'],
  ])('%s: %s', (title, body) => {
    expect(judge(title, body)).toMatchObject({ isFailure: true });
  });

  it('where one of several changes was not meant to be taken back', () => {
    const bump = 'Bump left-pad from 1.0.0 to 1.0.1';
    expect(judge(bump, '', { titles: [bump, 'Rework the cart'] })).toMatchObject({ isFailure: true });
    expect(judge(bump, '', { titles: [bump, 'Bump right-pad from 2.0.0 to 2.0.1'] })).toMatchObject({
      isFailure: false,
    });
  });
});

it('what is taken back late and without a word is less sure to have failed', () => {
  const soon = judge('Rework the cart', '', { age: 0.1 * dayInMs });
  const late = judge('Rework the cart', '', { age: 9 * dayInMs });
  expect(soon).toMatchObject({ isFailure: true });
  expect(late.confidence).toBeLessThan(soon.confidence);
  expect(judge('Rework the cart', 'It broke checkout', { age: 9 * dayInMs })).toMatchObject({ isFailure: true });
});

it('what git and the host write is no explanation', () => {
  const sha = 'b'.repeat(40);
  const bump = 'Bump left-pad from 1.0.0 to 1.0.1';
  expect(judge(bump, `This reverts commit ${sha}, reversing\nchanges made to ${sha}.`)).toMatchObject({
    isFailure: false,
  });
  expect(judge(bump, `Revert "${bump}"`)).toMatchObject({ isFailure: false });
  expect(judge(bump, 'Reverts acme/shop#12\n\nSigned-off-by: somebody with a long name')).toMatchObject({
    isFailure: false,
  });
});
