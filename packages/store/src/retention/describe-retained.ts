import type { FullSubject } from './erasure-subject.ts';

/** Lists what an erasure does not remove, in sentences that do not name the subject. */
export function describeRetained({ kind }: Pick<FullSubject, 'kind'>): string[] {
  const outside = [
    'Backups that were made before contain it until you delete them.',
    'Logs of the processes may contain it until they are rotated.',
    'Refrain cannot delete exported files and messages that were sent to subscribers.',
  ];
  return kind === 'repository'
    ? [
        'Issues, comments and checks that Refrain wrote at GitHub stay there. Delete them there if necessary.',
        ...outside,
      ]
    : ['What the person wrote at GitHub and PagerDuty stays there.', ...outside];
}
