import type { RevertMethod, WrittenChange } from './planned-change.ts';
import type { RandomStream } from './random-stream.ts';

export interface RevertText {
  readonly title: string;
  readonly body: string;
  readonly commitBody: string;
}

export interface RevertTarget extends Pick<WrittenChange, 'number' | 'sha' | 'branchSha' | 'title'> {
  /** Sha of the commit before the reverted one. */
  readonly parent: string;
  /** First line of the reverted commit's message. */
  readonly subject: string;
}

/** Writes a revert's text like GitHub's button, the command line or a person. `targets` are the reverted changes, newest first. */
export function writeRevert(
  form: RevertMethod,
  targets: readonly RevertTarget[],
  reason: string,
  repository: string,
  random: RandomStream,
): RevertText {
  const [first] = targets;
  if (first === undefined) throw new RangeError(`A revert in ${repository} reverts no commit`);
  const sentences = targets.map(({ sha, branchSha, parent }) =>
    branchSha === null
      ? `This reverts commit ${sha}.`
      : `This reverts commit ${sha}, reversing\nchanges made to ${parent}.`,
  );
  if (form === 'button' && first.number !== null && targets.length === 1) {
    const title = random.chance(0.15) ? `revert: ${first.title}` : `Revert "${first.title}"`;
    const body = `Reverts ${repository}#${first.number}${random.chance(0.6) ? `\n\n${reason}` : ''}`.trim();
    return { title, body, commitBody: body };
  }
  if (form === 'by_hand' || form === 'by_hand_pushed') {
    const names = targets
      .map(({ number, sha }) => (number === null || random.chance(0.3) ? sha.slice(0, 9) : `#${number}`))
      .join(' and ');
    const title = random.pick([
      `Back out ${names}`,
      `Roll back "${first.title}"`,
      `Undo ${names}: ${first.title}`,
      `back out: ${first.title}`,
    ]);
    const body = random.pick(
      reason === ''
        ? [`Takes ${names} back.`]
        : [`${reason}\n\nTakes ${names} back.`, `${names}: ${reason}`, `Reverting ${names}. ${reason}`],
    );
    return { title, body, commitBody: body };
  }
  const title =
    targets.length === 1
      ? `Revert "${first.subject}"`
      : `Revert ${targets.map(({ subject }) => `"${subject}"`).join(' and ')}`;
  const body = `${sentences.join('\n')}${random.chance(0.65) ? `\n\n${reason}` : ''}`.trim();
  return { title, body, commitBody: body };
}
