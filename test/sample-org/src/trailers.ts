import { bots, type Person, people } from './people.ts';
import type { RandomStream } from './random-stream.ts';

/** How the tools of a repository append trailers to commit messages. */
export type CommitTrailerStyle = 'none' | 'sign_off' | 'review_server' | 'tracker' | 'pairs';

export function pickCommitTrailerStyle(random: RandomStream): CommitTrailerStyle {
  return random.weighted({ none: 5, sign_off: 2, review_server: 1, tracker: 2, pairs: 1 });
}

/** Returns the trailers of a commit message, one per line; empty if there are none. */
export function writeCommitTrailers(
  style: CommitTrailerStyle,
  author: Person,
  repository: string,
  random: RandomStream,
): string {
  if (style === 'none' || bots.includes(author) || random.chance(0.15)) return '';
  const sign = ({ name, email }: Person) => `${name} <${email}>`;
  const other = random.pick(people.filter(({ login }) => login !== author.login));
  const ticket = `${random.pick(['OPS', 'PLAT', 'SHIP', 'PAY'])}-${random.int(100, 9_000)}`;
  switch (style) {
    case 'sign_off':
      return `Signed-off-by: ${sign(author)}`;
    case 'review_server':
      return [
        `Bug: ${ticket}`,
        `Change-Id: I${random.text(40, '0123456789abcdef')}`,
        `Reviewed-on: https://review.larkhaul.net/c/${repository}/+/${random.int(10_000, 90_000)}`,
        `Reviewed-by: ${sign(other)}`,
        `Tested-by: ${sign(author)}`,
      ].join('\n');
    case 'tracker':
      return random.pick([`Issue: ${ticket}`, `Bug: ${ticket}`, `Refs: ${ticket}`, `Fixes: ${ticket}`]);
    case 'pairs':
      return `Co-authored-by: ${sign(other)}`;
  }
}
