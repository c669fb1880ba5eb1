import type { DigestScope } from '@refrain/domain';

/** Returns the name with which a scope is stored, which is empty for the organisation. */
export function scopeName(scope: DigestScope): string {
  return scope.kind === 'organisation' ? '' : scope.name;
}
