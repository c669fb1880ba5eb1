import type { EmulatedCompany } from '../company/emulated-company.ts';

export interface IssueCounts {
  readonly issues: number;
  readonly duplicateIssues: number;
}

const marker = /<!-- refrain:pattern-[\w-]+ -->/gu;

/** Counts the issues that Refrain opened, by the pattern's marker in the issue text. */
export function countIssues({ github }: EmulatedCompany): IssueCounts {
  const markers = github
    .listRepositories()
    .flatMap(({ issues }) => [...issues.values()])
    .flatMap(({ body }) => [...new Set((body ?? '').match(marker) ?? [])]);
  return { issues: markers.length, duplicateIssues: markers.length - new Set(markers).size };
}
