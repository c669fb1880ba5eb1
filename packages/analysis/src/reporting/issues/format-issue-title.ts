import type { PatternReport } from '@refrain/domain';
import { escapeIssueTitle } from '../document/escape-markdown.ts';

const maxLength = 80;
/** The name keeps at least this length beside a long name of a guardrail. */
const minNameLength = 34;
const separator = ': ';

/** Formats the title of an issue: the name of the pattern, then the recommended guardrail, such as "Disk fills up: disk guard". */
export function formatIssueTitle({ pattern, choice }: Pick<PatternReport, 'pattern' | 'choice'>): string {
  const guardrail = choice?.recommendations[0]?.guardrail;
  if (guardrail === undefined) return escapeIssueTitle(pattern.name, maxLength);
  const fix = decapitalise(guardrail.name);
  const name = escapeIssueTitle(pattern.name, Math.max(minNameLength, maxLength - separator.length - fix.length));
  return `${name}${separator}${escapeIssueTitle(fix, maxLength - separator.length - name.length)}`;
}

/** Writes the first letter in lower case, except in an abbreviation. */
function decapitalise(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}
