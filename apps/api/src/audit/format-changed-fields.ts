import type { DecisionDetail } from '@refrain/domain';

/** Formats the changed fields, such as `{ role: 'viewer → admin' }`. An undefined field counts as unchanged. */
export function formatChangedFields(before: object, after: object): DecisionDetail {
  const was = before as Readonly<Record<string, unknown>>;
  const changed = Object.entries(after).filter(
    ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(was[name]),
  );
  return Object.fromEntries(
    changed.map(([name, value]) => [name, `${formatValue(was[name])} → ${formatValue(value)}`]),
  );
}

function formatValue(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
