import { findReferences } from '../../records/find-references.ts';
import { isId } from '../client/id.ts';
import type { Incident, Note } from './schema.ts';

const maxReferences = 20;

/**
 * Returns the URLs of issues and post-mortems in notes, and of the incident into which this one was merged. Omits other
 * incidents, which are not the same failure.
 */
export function listReferences(incident: Incident, notes: readonly Note[]): string[] {
  const target = findMergeTarget(incident);
  const named = notes
    .flatMap(({ content }) => findReferences(content ?? ''))
    .filter((url) => !/\/incidents\/[A-Z\d]+$/u.test(url));
  return [...new Set([...(target === null ? [] : [target]), ...named])].slice(0, maxReferences);
}

/** Returns the URL of the target of a merge, which is PagerDuty's only `resolve_reason`; null without a merge. */
export function findMergeTarget({ id, html_url, resolve_reason }: Incident): string | null {
  if (resolve_reason?.type !== 'merge_resolve_reason') return null;
  const target = resolve_reason.incident;
  if (target?.html_url) return target.html_url;
  return html_url?.endsWith(`/${id}`) && target?.id && isId(target.id)
    ? `${html_url.slice(0, -id.length)}${target.id}`
    : null;
}

export function isMergedIncident({ resolve_reason }: Incident): boolean {
  return resolve_reason?.type === 'merge_resolve_reason';
}
