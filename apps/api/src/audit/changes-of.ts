import type { DecisionDetail } from '@refrain/domain';

/** What is otherwise than before, field by field: `viewer → admin`. What is not given stays as it is. */
export function changesOf(before: object, after: object): DecisionDetail {
  const was = before as Readonly<Record<string, unknown>>;
  const changed = Object.entries(after).filter(
    ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(was[name]),
  );
  return Object.fromEntries(changed.map(([name, value]) => [name, `${say(was[name])} → ${say(value)}`]));
}

function say(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
