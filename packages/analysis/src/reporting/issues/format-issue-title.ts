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
  const name = escapeIssueTitle(patternName, Math.max(minNameLength, maxLength - separator.length - fix.length));
  return `${name}${separator}${escapeIssueTitle(fix, maxLength - separator.length - name.length)}`;
}

export function formatInvestigationTitle(patternName: string, isCauseKnown: boolean): string {
  return formatFixTitle(patternName, isCauseKnown ? 'find a fix' : 'find the root cause');
}
