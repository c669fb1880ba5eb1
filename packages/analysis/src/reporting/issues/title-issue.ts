import type { PatternReport } from '@refrain/domain';
import { formatShortList } from '../../text/format.ts';
import { plainTitle } from '../document/escape-markdown.ts';

const maxScopes = 2;
const nameLength = 90;

export function titleIssue({ pattern, choice }: Pick<PatternReport, 'pattern' | 'choice'>): string {
  const guardrail = choice?.recommendations[0]?.guardrail;
  const what = `“${plainTitle(pattern.name, nameLength)}” keeps coming back${formatScope(pattern)}`;
  return guardrail === undefined ? what : `${guardrail.name}: ${what}`;
}

function formatScope({ services, repositories }: PatternReport['pattern']): string {
  const places = services.length > 0 ? services : repositories;
  const named = places.map((name) => plainTitle(name, nameLength));
  return named.length === 0 ? '' : ` in ${formatShortList(named, maxScopes)}`;
}
