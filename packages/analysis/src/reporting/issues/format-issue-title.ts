import type { PatternReport } from '@refrain/domain';
import { formatListWithMaxNames } from '../../text/format.ts';
import { escapeIssueTitle } from '../document/escape-markdown.ts';

const maxScopes = 2;
const nameLength = 90;

export function formatIssueTitle({ pattern, choice }: Pick<PatternReport, 'pattern' | 'choice'>): string {
  const guardrail = choice?.recommendations[0]?.guardrail;
  const what = `“${escapeIssueTitle(pattern.name, nameLength)}” keeps coming back${formatScope(pattern)}`;
  return guardrail === undefined ? what : `${guardrail.name}: ${what}`;
}

function formatScope({ services, repositories }: PatternReport['pattern']): string {
  const places = services.length > 0 ? services : repositories;
  const named = places.map((name) => escapeIssueTitle(name, nameLength));
  return named.length === 0 ? '' : ` in ${formatListWithMaxNames(named, maxScopes)}`;
}
