import type { DigestScope } from '@refrain/domain';

/** Returns the name in the scope, as stored: the name of a service or team, or an empty text for the organisation. */
export function formatScopeName(scope: DigestScope): string {
  return scope.kind === 'organisation' ? '' : scope.name;
}
