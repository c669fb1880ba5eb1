import type { FullSubject } from './erasure-subject.ts';

/** What stays, in sentences that do not say what was forgotten. */
export function describeRetained({ kind }: Pick<FullSubject, 'kind'>): string[] {
  const outside = [
    'Backups that were made before hold it until you delete them.',
    'Logs of the processes may name it until they are rotated.',
    'Files that were exported, and messages that were sent to subscribers, are not ours to delete.',
  ];
  return kind === 'repository'
    ? [
        'Issues, comments and checks that Refrain wrote at GitHub stay there: delete them there if they must go.',
        ...outside,
      ]
    : ['What they wrote at GitHub and PagerDuty stays there.', ...outside];
}
