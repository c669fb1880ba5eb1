import type { Compared } from './compare-issues.ts';

/** Formats the true pattern, the expected and the actual state of each issue as a table. */
export function formatTable(compared: readonly Compared[]): string {
  const lines = compared.flatMap(({ role, pattern, wanted, found, differences }) => [
    `${differences.length === 0 ? 'as written' : 'OTHERWISE '}  ${role} (${pattern})`,
    `            written: ${wanted}`,
    `            found:   ${found}`,
    ...differences.map((difference) => `            ! ${difference}`),
  ]);
  return `${lines.join('\n')}\n`;
}
