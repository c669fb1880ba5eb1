import { dayInMs } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { judgeRevert } from './judge-revert.ts';

function judge(
  title: string,
  body: string,
  overrides: Partial<Parameters<typeof judgeRevert>[1]> & { paths?: string[]; subject?: string } = {},
) {
  const { paths = [], subject = `Revert "${title}"`, ...taken } = overrides;
  const commit = {
    repo: 'acme/shop',
    sha: 'a'.repeat(40),
    date: '2026-01-01T00:00:00Z',
    parents: [],
    subject,
    body,
    pr: null,
    paths,
  };
  return judgeRevert(commit, { titles: [title], age: 0.2 * dayInMs, depth: 1, isVague: false, ...taken });
}

describe('judgeRevert: planned', () => {
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
    ['Rework the cart', 'I need to revert #12, and its tests would fail with this.'],
    ['Rework the cart', 'Now that the error has been resolved we do not need it.'],
    ['Rework the cart', 'This constant is not referenced anymore.'],
    ['Rework the cart', 'It did not make a difference.'],
    ['Rework the cart', 'Needs more work.'],
    ['Rework the cart', 'This should be in a separate PR.'],
    ['Rework the cart', 'To be split into two pull requests.'],
    ['Rework the cart', 'Minimize the changes in this pull request.'],
    ['Rework the cart', 'The totals are right, so we do not\nneed this code any more.'],
    ['Log when the cart is empty', ''],
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
  ])('judgeRevert judges a revert of "%s" with the body "%s" as planned', (title, body) => {
    expect(judge(title, body)).toMatchObject({ verdict: 'planned' });
  });
});

describe('judgeRevert: failure', () => {
  it.each([
    ['Rework the cart', 'Workers die at start.'],
    ['Rework the cart', 'Totals lost for guests, see page 4711'],
    ['Bump left-pad from 1.0.0 to 1.0.1', 'Pods are killed for want of memory.'],
    ['Bump left-pad from 1.0.0 to 1.0.1', 'It reports wrong sizes for header names now.'],
    ['Upgrade React', 'The cart is blank.'],
    ['Bump left-pad', 'The build times out.'],
    ['Pause tours on holidays', 'Tours paused for ever.'],
    ['Rework the cart', 'Came back after the next release.'],
  ])('judgeRevert judges a revert of "%s" with the body "%s" as a failure', (title, body) => {
    expect(judge(title, body)).toMatchObject({ verdict: 'failure' });
  });

  it('judgeRevert judges the revert of a change that the maintainers did not want as a failure', () => {
    expect(judge('Explain the pool', 'Guides should not hold conversations.')).toMatchObject({ verdict: 'failure' });
  });

  it('judgeRevert finds a reason after the quoted title', () => {
    const withReason = { subject: 'Revert "Rework the cart", we need a test for it first' };
    expect(judge('Rework the cart', '', withReason)).toMatchObject({ verdict: 'failure' });
  });

  it('judgeRevert returns the words that decided the verdict as evidence', () => {
    const { evidence } = judge('Bump left-pad from 1.0.0 to 1.0.1', 'Broke the build of shop.');
    expect(evidence).toEqual(['Broke', 'Bump left-pad from 1.0']);
  });
});

describe('judgeRevert: unclear', () => {
  const sha = 'b'.repeat(40);
  it.each([
    ['no body', ''],
    ['the words of git', `This reverts commit ${sha}, reversing\nchanges made to ${sha}.`],
    ['the words of GitHub', 'Reverts acme/shop#12'],
    ['the title again', 'Revert "Rework the cart"'],
    ['trailers', 'Signed-off-by: somebody with a long name\nBug: 4711\nChange-Id: I4711'],
    [
      'an empty template',
      '## What changed\n\n<!-- Say why this is needed, and what broke -->\n\n- [ ] Tests do not fail',
    ],
    ['conflicts', '# Conflicts:\n#\tapp/cart/total.ts\napp/cart/index.ts'],
    ['the message of the reverted change', 'Totals failed for guests, so they are made anew.'],
    ['a list of the commits', '* Revert "Rework the cart"\n\n* bump version'],
  ])('judgeRevert judges a revert with nothing but %s as unclear', (_what, body) => {
    const texts = ['Totals failed for guests, so they are made anew.'];
    expect(judge('Rework the cart', body, { texts })).toMatchObject({ verdict: 'unclear', confidence: 0.5 });
  });

  it.each([
    'Bump memory limits',
    'Upgrade plan button',
    'Mend the link in the maintenance banner',
    'Batch writes for events',
  ])('judgeRevert judges the revert of "%s" as unclear, since the title only resembles a temporary change', (title) => {
    expect(judge(title, '')).toMatchObject({ verdict: 'unclear' });
  });

  it('judgeRevert judges a revert as unclear if only one of its two changes is a version bump', () => {
    const bump = 'Bump left-pad from 1.0.0 to 1.0.1';
    expect(judge(bump, '', { titles: [bump, 'Rework the cart'] })).toMatchObject({ verdict: 'unclear' });
    expect(judge(bump, '', { titles: [bump, 'Bump right-pad from 2.0.0 to 2.0.1'] })).toMatchObject({
      verdict: 'planned',
    });
  });
});

it('judgeRevert does not count a reason of three words as an explanation, even if a merge repeats it', () => {
  const reason = 'Talk to billing';
  const merge = {
    repo: 'acme/shop',
    sha: 'c'.repeat(40),
    date: '2026-01-01T00:00:00Z',
    parents: [],
    pr: 8,
    subject: 'Merge pull request #8 from acme/cart',
    body: `Revert "Rework the cart"\n\n${reason}`,
  };
  const judged = judge('Rework the cart', reason, { merges: [merge] });
  expect(judged).toMatchObject({ verdict: 'unclear' });
});

it('judgeRevert is less confident of a failure if the change was reverted after days rather than hours', () => {
  const judged = (days: number) => judge('Rework the cart', 'It broke checkout', { age: days * dayInMs });
  expect(judged(9)).toMatchObject({ verdict: 'failure' });
  expect(judged(9).confidence).toBeLessThan(judged(0.1).confidence);
});
