import type { Schemas } from '../../api/refrain.ts';

export type Policy = Schemas['ImprovementPolicyOutput'];
export type PolicyFieldName = keyof Policy;

type PolicyFieldControl =
  | { readonly kind: 'number'; readonly unit: string }
  /** A share in [0, 1], which the user enters in per cent. */
  | { readonly kind: 'share'; readonly digits: number }
  | { readonly kind: 'switch' }
  | { readonly kind: 'text'; readonly placeholder: string }
  | { readonly kind: 'choice'; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'services' }
  | { readonly kind: 'hours' };

interface PolicyField {
  readonly label: string;
  readonly help: string;
  readonly input: PolicyFieldControl;
}

const field = (label: string, help: string, input: PolicyFieldControl): PolicyField => ({ label, help, input });
const number = (unit: string, label: string, help: string) => field(label, help, { kind: 'number', unit });
const share = (digits: number, label: string, help: string) => field(label, help, { kind: 'share', digits });
const onOff = (label: string, help: string) => field(label, help, { kind: 'switch' });
const text = (placeholder: string, label: string, help: string) => field(label, help, { kind: 'text', placeholder });
const choice = (options: Readonly<Record<string, string>>, label: string, help: string) =>
  field(label, help, { kind: 'choice', options });

export const policyFields: Readonly<Record<PolicyFieldName, PolicyField>> = {
  minEpisodes: number('episodes', 'Minimum episodes', 'Patterns with fewer episodes get no proposal.'),
  windowDays: number('days', 'Time window', 'Only episodes within this many days count.'),
  minConfidence: share(
    0,
    'Minimum confidence',
    'The minimum match confidence, that is, how sure Refrain is that all members are the same failure.',
  ),
  minPeopleHours: number(
    'hours',
    'Minimum cost',
    'The engineer-hours that the pattern took. Rising and returned patterns are proposed whatever they cost.',
  ),
  mode: choice(
    {
      propose: 'A person approves each issue first',
      auto: 'The policy opens issues automatically, within the limits below',
    },
    'Who decides',
    'A person always decides about a pattern for which no guardrail is recommended.',
  ),
  maxOpen: number(
    'issues',
    'Maximum open issues',
    'How many issues opened by the policy may be open at the same time.',
  ),
  maxOpenPerRepository: number('issues', 'Maximum per repository', 'How many of them may be open in one repository.'),
  maxPerWeek: number('issues', 'Maximum per week', 'How many issues the policy may open within seven days.'),
  quietOutside: field('Quiet hours', 'The policy opens issues only during working hours.', { kind: 'hours' }),
  fallbackRepository: text(
    'owner/name',
    'Fallback repository',
    'Receives an issue if Refrain cannot tell which repository it belongs to. Without one, a person chooses.',
  ),
  label: text('refrain', 'Label of each issue', 'Refrain finds its own issues by this label.'),
  acceptedLabel: text(
    'refrain: accepted',
    'Label for “accepted”',
    'A team adds this label to an issue that it accepts.',
  ),
  declinedLabel: text(
    'refrain: not systemic',
    'Label for “not systemic”',
    'A team adds this label to an issue that it declines.',
  ),
  notesFor: field(
    'Services whose incidents get a note',
    'An incident gets at most one note, and none if Refrain is unsure.',
    { kind: 'services' },
  ),
  notesFrom: text(
    'refrain@example.com',
    'Author of the notes',
    'The e-mail address of a PagerDuty user. PagerDuty rejects notes without an author.',
  ),
  checkPulls: onOff(
    'Check open pull requests',
    'Requires a GitHub App. A public repository must also opt in with the file .github/refrain.yml.',
  ),
  checkedShare: share(
    1,
    'Share of pull requests',
    'At most about this share of all pull requests gets a warning: those that most resemble failed ones.',
  ),
  onRecurrence: choice(
    { reopen: 'Reopen the same issue', follow_up: 'Open a new issue that links to the old one' },
    'If the failure recurs',
    'What Refrain does with the closed issue.',
  ),
  dryRun: onOff(
    'Dry run',
    'Refrain writes nothing to GitHub and PagerDuty except its webhooks. Approved issues are opened when the dry run ends.',
  ),
};

export const policyFieldGroups: readonly { title: string; lead: string; names: readonly PolicyFieldName[] }[] = [
  {
    title: 'When to propose an issue',
    lead: 'Refrain proposes an issue for each pattern that meets all these conditions.',
    names: ['minEpisodes', 'windowDays', 'minConfidence', 'minPeopleHours'],
  },
  {
    title: 'Approval',
    lead: 'Refrain opens no issue before a person or this policy has approved it.',
    names: ['mode'],
  },
  {
    title: 'Limits of the policy',
    lead: 'They apply to issues that the policy opens. An issue that a person approves is opened immediately.',
    names: ['maxOpen', 'maxOpenPerRepository', 'maxPerWeek', 'quietOutside'],
  },
  {
    title: 'Repository and labels',
    lead: 'Refrain creates the labels in each repository. All labels must differ.',
    names: ['fallbackRepository', 'label', 'acceptedLabel', 'declinedLabel'],
  },
  {
    title: 'Notes on incidents',
    lead: 'Refrain adds a note to a new incident that resembles earlier ones: the pattern it resembles, and how that was resolved.',
    names: ['notesFor', 'notesFrom'],
  },
  {
    title: 'Checks on pull requests',
    lead: 'A pull request that resembles changes that failed before gets one neutral check, which never blocks the merge.',
    names: ['checkPulls', 'checkedShare'],
  },
  {
    title: 'Recurrence after a fix',
    lead: 'Refrain measures whether each fix worked, and reports the result in the issue.',
    names: ['onRecurrence'],
  },
  {
    title: 'Dry run',
    lead: 'Shows what Refrain would write: the audit page lists each write with its content.',
    names: ['dryRun'],
  },
];

export interface PolicyChange {
  readonly name: PolicyFieldName;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export function listPolicyChanges(stored: Policy, changed: Partial<Policy>): PolicyChange[] {
  return (Object.keys(changed) as PolicyFieldName[])
    .filter((name) => !hasSameJson(stored[name], changed[name]))
    .map((name) => {
      const { label, input } = policyFields[name];
      return {
        name,
        label,
        before: describePolicyValue(input, stored[name]),
        after: describePolicyValue(input, changed[name]),
      };
    });
}

/** Compares two values by their JSON text. This works because both values have their keys in the API's order. */
export function hasSameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const decimal = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export function describePolicyValue(input: PolicyFieldControl, value: Policy[PolicyFieldName] | undefined): string {
  if (value === undefined || value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number')
    return input.kind === 'share' ? `${decimal.format(value * 100)}\u00a0%` : decimal.format(value);
  if (typeof value === 'string') return input.kind === 'choice' ? (input.options[value] ?? value) : value;
  if ('workday' in value) return describeHours(value);
  if (value.includes('*')) return 'all services';
  return value.length === 0 ? 'no service' : value.join(', ');
}

function describeHours({ workday: { from, until }, weekend, timeZone }: NonNullable<Policy['quietOutside']>): string {
  const days = weekdays.filter((_, at) => !weekend.includes(at + 1));
  return `only ${from}:00 to ${until}:00 ${timeZone}, ${days.length === 7 ? 'every day' : days.join(' ') || 'on no day'}`;
}
