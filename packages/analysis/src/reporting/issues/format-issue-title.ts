import type { PatternReport } from '@refrain/domain';
import { decapitalise } from '../../text/format.ts';
import { escapeIssueTitle } from '../document/escape-markdown.ts';
import { isCauseStated } from '../sections/describe-investigation.ts';

const maxLength = 80;
/** The name keeps at least this length beside a long name of a guardrail. */
const minNameLength = 34;
const separator = ': ';

/**
 * Formats the title of an issue: the name of the pattern, then the recommended guardrail, such as "Disk fills up: disk guard". Without a
 * guardrail, the issue is an investigation: "Disk fills up: find the root cause".
 */
export function formatIssueTitle(report: Pick<PatternReport, 'pattern' | 'choice' | 'members' | 'links'>): string {
  const { pattern, choice } = report;
  const guardrail = choice?.recommendations[0]?.guardrail;
  if (guardrail === undefined) return formatInvestigationTitle(pattern.name, isCauseStated(report));
  return formatFixTitle(pattern.name, guardrail.name);
}

export function formatFixTitle(patternName: string, guardrailName: string): string {
  const fix = decapitalise(guardrailName);
  const maxName = Math.max(minNameLength, maxLength - separator.length - fix.length);
  const name = escapeIssueTitle(writeWithoutSeparator(patternName, maxName), maxName);
  return `${name}${separator}${escapeIssueTitle(fix, maxLength - separator.length - name.length)}`;
}

const likely = ' (likely)';

/**
 * Replaces the colon in a name such as “Disk full: no space left”, because a colon precedes the fix. If both parts are too long, keeps
 * only the first one, and omits that it is only likely if it is still too long.
 */
function writeWithoutSeparator(name: string, most: number): string {
  const [first = name, ...others] = name.split(separator);
  const joined = [first, ...others].join(', ');
  return [joined, first].find(({ length }) => length <= most) ?? first.replace(likely, '');
}

export function formatInvestigationTitle(patternName: string, isCauseKnown: boolean): string {
  return formatFixTitle(patternName, isCauseKnown ? 'find a fix' : 'find the root cause');
}
