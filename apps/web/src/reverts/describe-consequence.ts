import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';
import { formatTemplate } from '../labels/format-template.ts';

type Kind = Pick<
  Schemas['RevertTemplatesResponse']['items'][number],
  'reverts' | 'failures' | 'template' | 'repository'
>;

const unchanged = 'Changes nothing now';

/** Says what happens if all reverts of a kind are marked as failures or as routine. */
export function describeConsequence({ reverts, failures }: Kind, areFailures: boolean): string {
  const added = reverts - failures;
  if (areFailures) return added === 0 ? unchanged : `Adds ${count(added, 'failure')}`;
  return failures === 0 ? unchanged : `Removes ${count(failures, 'failure')}`;
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
