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
  minEpisodes: number('episodes', 'Fewest episodes', 'A pattern needs at least this many.'),
  windowDays: number('days', 'Within', 'Only episodes of this many days until now count.'),
  minConfidence: share(0, 'Minimum confidence', 'How sure it has to be that the members are one and the same failure.'),
  minPeopleHours: number(
    'hours',
    'Least cost',
    'Minimum engineer-hours that the pattern took. Rising and returned patterns need none. With 0, no pattern needs any.',
  ),
  mode: choice(
    { propose: 'A person approves each issue first', auto: 'The policy opens issues by itself, within the limits' },
    'Who decides',
    'Where no guardrail is recommended, a person always decides.',
  ),
  maxOpen: number('issues', 'Most open issues', 'At most this many that the policy opened are open at once.'),
  maxOpenPerRepository: number('issues', 'Most open in a repository', 'At most this many of them in one repository.'),
  maxPerWeek: number('issues', 'Most in a week', 'At most this many are opened within seven days.'),
  quietOutside: field('Quiet hours', 'Whether the policy opens issues only while people work.', { kind: 'hours' }),
  fallbackRepository: text(
    'owner/name',
    'Fallback repository',
    'Where an issue goes when nothing tells where it belongs. Left empty, it waits until somebody says where.',
  ),
  label: text('refrain', 'Label of each issue', 'Issues are found again by it.'),
  acceptedLabel: text('refrain: accepted', 'Label for “accepted”', 'A team puts it on an issue that it takes on.'),
  declinedLabel: text(
    'refrain: not systemic',
    'Label for “not systemic”',
    'A team puts it on an issue that it declines.',
  ),
  notesFor: field(
    'Services whose incidents get a note',
    'At most one note for each incident, and none where it is unsure.',
    { kind: 'services' },
  ),
  notesFrom: text(
    'refrain@example.com',
    'In whose name',
    'E-mail address of a PagerDuty user: PagerDuty takes no note without one.',
  ),
  checkPulls: onOff(
    'Check open pull requests',
    'Needs a GitHub App. In a public repository nothing is checked unless its .github/refrain.yml says so.',
  ),
  checkedShare: share(
    1,
    'At most this share',
    'About so many of all pull requests get a check; the others are left alone.',
  ),
  onRecurrence: choice(
    { reopen: 'Open the same issue again', follow_up: 'Open another one that names the one before' },
    'When it came back',
    'What becomes of the issue.',
  ),
  dryRun: onOff(
    'Dry run',
    'Nothing is written but the webhooks that bring events. What a person approves is opened when the dry run ends.',
  ),
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
