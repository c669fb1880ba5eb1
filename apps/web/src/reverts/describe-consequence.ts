import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';
import { formatTemplate } from '../labels/format-template.ts';

type Kind = Pick<
  Schemas['RevertTemplatesResponse']['items'][number],
  'reverts' | 'failures' | 'template' | 'repository'
>;

/** Says what happens to the present and to later reverts of a kind if a person marks them as failures or as routine. */
export function describeConsequence({ reverts, failures }: Kind, areFailures: boolean): string {
  if (areFailures)
    return failures === reverts
      ? 'Nothing changes for these reverts. Later ones like them also count as failures.'
      : `All ${count(reverts, 'revert')} and later ones like them count as failures.`;
  return failures === 0
    ? 'Nothing changes for these reverts. Later ones like them do not count as failures either.'
    : 'Neither these reverts nor later ones like them count as failures.';
}

/** Returns whether most reverts of a kind look planned, so that “routine” is the likely answer. */
export function looksRoutine({
  reverts,
  planned,
}: Pick<Schemas['RevertTemplatesResponse']['items'][number], 'reverts' | 'planned'>) {
  return planned >= 0.8 * reverts;
}

/** Says what a decision changed, for the message that offers to undo it. */
export function describeDecidedKind(kind: Kind, areFailures: boolean): string {
  const { reverts, failures, template, repository } = kind;
  const name = `“${formatTemplate(template)}” in ${repository}`;
  if (areFailures) return `${count(reverts, 'revert')} like ${name} ${reverts === 1 ? 'counts' : 'count'} as failures.`;
  return failures === 0
    ? `Reverts like ${name} are routine and never count as failures.`
    : `${count(failures, 'revert')} like ${name} no longer ${failures === 1 ? 'counts as a failure' : 'count as failures'}.`;
}
