import type { RoleIssueComparison } from './compare-issues.ts';

export function formatTable(compared: readonly RoleIssueComparison[]): string {
  const lines = compared.flatMap(({ role, pattern, wanted, found, differences }) => [
    `${differences.length === 0 ? 'as written' : 'OTHERWISE '}  ${role} (${pattern})`,
    `            written: ${wanted}`,
    `            found:   ${found}`,
    ...differences.map((difference) => `            ! ${difference}`),
  ]);
  return `${lines.join('\n')}\n`;
}
