import type { ImprovementLabel, ImprovementPolicy } from '@refrain/domain';

/** Returns the label of all issues that Refrain opens, and the labels with which people accept or decline a fix. */
export function listIssueLabels({ label, acceptedLabel, declinedLabel }: ImprovementPolicy): {
  readonly label: ImprovementLabel;
  readonly responseLabels: readonly ImprovementLabel[];
} {
  return {
    label: { name: label, description: 'Systemic fix for a failure that keeps coming back' },
    responseLabels: [
      { name: acceptedLabel, description: 'The team takes this systemic fix on' },
      { name: declinedLabel, description: 'Not systemic: nothing is to be changed because of this pattern' },
    ],
  };
}

export function describeAnswerOptions(
  { acceptedLabel, declinedLabel }: ImprovementPolicy,
  page: string | null,
): string {
  return [
    `- **Taking it on**: assign it, or give it the label \`${acceptedLabel}\`. Name it in the pull request (“Fixes #…”): from the deployment of that one on, Refrain counts whether the failure stays away, and says so here.`,
    `- **Done without a pull request**: close it as completed.`,
    `- **Not worth it**: close it as not planned, or give it the label \`${declinedLabel}\`. It is not brought up again unless the failure becomes clearly more frequent.`,
    `- **Later**: comment \`/refrain snooze 90d\`. **The same as another issue**: \`/refrain merge #…\`. **Not systemic**: \`/refrain not-systemic\`. **All of it**: \`/refrain help\`.`,
    `- **Wrong grouping, cause or link**: correct it ${page === null ? 'in Refrain' : `[in Refrain](${page})`}; a correction binds every later run.`,
    '- Write above or below this section as you like. Refrain renews this section alone, and leaves ticked boxes ticked.',
  ].join('\n');
}
