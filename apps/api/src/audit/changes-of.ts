import type { DecisionDetail } from '@refrain/domain';

/** Returns the changed fields, e.g. `viewer → admin`. A field that is not given counts as unchanged. */
export function changesOf(before: object, after: object): DecisionDetail {
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
