import type { DigestScope } from '@refrain/domain';

/** Returns the name under which a scope is stored: empty for the organisation. */
export function scopeName(scope: DigestScope): string {
  return scope.kind === 'organisation' ? '' : scope.name;
}
