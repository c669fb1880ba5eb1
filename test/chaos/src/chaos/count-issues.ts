import type { EmulatedCompany } from '../company/emulated-company.ts';

export interface IssueCounts {
  readonly issues: number;
  /** Those beyond the one of a pattern. */
  readonly duplicateIssues: number;
}

const marker = /<!-- refrain:pattern-[\w-]+ -->/gu;

/** The issues that Refrain opened, by the marker of their pattern that each of them carries. */
export function countIssues({ github }: EmulatedCompany): IssueCounts {
  const markers = github
    .listRepositories()
    .flatMap(({ issues }) => [...issues.values()])
    .flatMap(({ body }) => [...new Set((body ?? '').match(marker) ?? [])]);
  return { issues: markers.length, duplicateIssues: markers.length - new Set(markers).size };
}
