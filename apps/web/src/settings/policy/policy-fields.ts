import type { Schemas } from '../../api/refrain.ts';

export type Policy = Schemas['ImprovementPolicyOutput'];
export type PolicyFieldName = keyof Policy;

export type PolicyFieldControl =
  | { readonly kind: 'number'; readonly unit: string }
  /** A share in [0, 1], which the user enters in per cent. */
  | { readonly kind: 'share'; readonly digits: number }
  | { readonly kind: 'switch'; readonly on: string; readonly off: string }
  | { readonly kind: 'text'; readonly placeholder: string }
  | { readonly kind: 'choice'; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'services' }
  | { readonly kind: 'hours' };

interface PolicyField {
  readonly label: string;
  readonly help: string;
  readonly input: PolicyFieldControl;
}

export const policyFields: Readonly<Record<PolicyFieldName, PolicyField>> = {
  minEpisodes: {
    label: 'Fewest episodes',
    help: 'A pattern needs at least this many.',
    input: { kind: 'number', unit: 'episodes' },
  },
  windowDays: {
    label: 'Within',
    help: 'Only episodes of this many days until now count.',
    input: { kind: 'number', unit: 'days' },
  },
  minConfidence: {
    label: 'Minimum confidence',
    help: 'How sure it has to be that the members are one and the same failure.',
    input: { kind: 'share', digits: 0 },
  },
  minPeopleHours: {
    label: 'Least cost',
    help: 'Hours of people’s time that it took at least. A pattern that rises or has returned needs none; with 0 none does.',
    input: { kind: 'number', unit: 'hours' },
  },
  mode: {
    label: 'Who decides',
    help: 'Where no guardrail is recommended, a person always decides.',
    input: {
      kind: 'choice',
      options: {
        propose: 'A person approves each issue first',
        auto: 'The policy opens issues by itself, within the limits',
      },
    },
  },
  maxOpen: {
    label: 'Most open issues',
    help: 'At most this many that the policy opened are open at once.',
    input: { kind: 'number', unit: 'issues' },
  },
  maxOpenPerRepository: {
    label: 'Most open in a repository',
    help: 'At most this many of them in one repository.',
    input: { kind: 'number', unit: 'issues' },
  },
  maxPerWeek: {
    label: 'Most in a week',
    help: 'At most this many are opened within seven days.',
    input: { kind: 'number', unit: 'issues' },
  },
  quietOutside: {
    label: 'Quiet hours',
    help: 'Whether the policy opens issues only while people work.',
    input: { kind: 'hours' },
  },
  fallbackRepository: {
    label: 'Fallback repository',
    help: 'Where an issue goes when nothing tells where it belongs. Left empty, it waits until somebody says where.',
    input: { kind: 'text', placeholder: 'owner/name' },
  },
  label: {
    label: 'Label of each issue',
    help: 'Issues are found again by it.',
    input: { kind: 'text', placeholder: 'refrain' },
  },
  acceptedLabel: {
    label: 'Label for “accepted”',
    help: 'A team puts it on an issue that it takes on.',
    input: { kind: 'text', placeholder: 'refrain: accepted' },
  },
  declinedLabel: {
    label: 'Label for “not systemic”',
    help: 'A team puts it on an issue that it declines.',
    input: { kind: 'text', placeholder: 'refrain: not systemic' },
  },
  notesFor: {
    label: 'Services whose incidents get a note',
    help: 'At most one note for each incident, and none where it is unsure.',
    input: { kind: 'services' },
  },
  notesFrom: {
    label: 'In whose name',
    help: 'E-mail address of a PagerDuty user: PagerDuty takes no note without one.',
    input: { kind: 'text', placeholder: 'refrain@example.com' },
  },
  checkPulls: {
    label: 'Check open pull requests',
    help: 'Needs a GitHub App. In a public repository nothing is checked unless its .github/refrain.yml says so.',
    input: { kind: 'switch', on: 'on', off: 'off' },
  },
  checkedShare: {
    label: 'At most this share',
    help: 'About so many of all pull requests get a check; the others are left alone.',
    input: { kind: 'share', digits: 1 },
  },
  onRecurrence: {
    label: 'When it came back',
    help: 'What becomes of the issue.',
    input: {
      kind: 'choice',
      options: { reopen: 'Open the same issue again', follow_up: 'Open another one that names the one before' },
    },
  },
  dryRun: {
    label: 'Dry run',
    help: 'Nothing is written but the webhooks that bring events. What a person approves is opened when the dry run ends.',
    input: { kind: 'switch', on: 'on', off: 'off' },
  },
};

export const policyFieldGroups: readonly { title: string; lead: string; names: readonly PolicyFieldName[] }[] = [
  {
    title: 'When an issue is proposed',
    lead: 'A pattern that is all of this gets a proposal. The others stay in the list of patterns.',
    names: ['minEpisodes', 'windowDays', 'minConfidence', 'minPeopleHours'],
  },
  {
    title: 'Who opens it',
    lead: 'Nothing is written to GitHub before a person has approved it, unless the policy may decide.',
    names: ['mode'],
  },
  {
    title: 'Limits of what the policy opens by itself',
    lead: 'They hold only where the policy decides. What a person approves is opened at once.',
    names: ['maxOpen', 'maxOpenPerRepository', 'maxPerWeek', 'quietOutside'],
  },
  {
    title: 'Where it goes, and its labels',
    lead: 'The labels are made once in each repository. No two may be the same.',
    names: ['fallbackRepository', 'label', 'acceptedLabel', 'declinedLabel'],
  },
  {
    title: 'Notes on incidents',
    lead: 'Refrain adds a note to a new incident that resembles earlier ones: the pattern it resembles, and how that was resolved.',
    names: ['notesFor', 'notesFrom'],
  },
  {
    title: 'Checks on pull requests',
    lead: 'An open pull request that resembles what failed before gets one neutral check, never in the way of a merge.',
    names: ['checkPulls', 'checkedShare'],
  },
  {
    title: 'When the failure comes back after its fix',
    lead: 'Whether a fix held is measured. Where it did not, the issue says so.',
    names: ['onRecurrence'],
  },
  {
    title: 'Dry run',
    lead: 'To see what would be written before anything is: it is listed in the audit, with all that would be sent.',
    names: ['dryRun'],
  },
];
