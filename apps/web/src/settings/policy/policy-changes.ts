import { type Policy, type PolicyFieldControl, type PolicyFieldName, policyFields } from './policy-fields.ts';

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
