import type { ErasureSubjectNames } from './erasure-subject.ts';

/** Lists the data that an erasure does not remove, in sentences that do not name the subject. */
export function describeRetainedData({ kind }: Pick<ErasureSubjectNames, 'kind'>): string[] {
  const outside = [
    'Backups that were made before the erasure contain the data until you delete the backups.',
    'Logs of the processes may contain the data until they are rotated.',
    'Refrain cannot delete exported files or messages that were sent to subscribers.',
  ];
  return kind === 'repository'
    ? [
        'Issues, comments and checks that Refrain wrote at GitHub stay at GitHub. Delete them there if necessary.',
        ...outside,
      ]
    : ['Texts that the person wrote at GitHub and PagerDuty stay there.', ...outside];
}
