import { joinQuotationLines, type ReportMember, type StatedPassage, type Statement } from '@refrain/domain';
import { isQuotable } from '../../blameless/is-quotable.ts';
import { formatDate } from '../../text/format.ts';
import { rankQuotations } from '../../text/rank-quotations.ts';
import { createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const maxQuoted = 3;

/**
 * Quotes what failures state, most typical first: the passages whose words most other members contain too. Of equally typical
 * passages, the newest comes first. Quotes a passage once, even if several failures state it.
 * @param members in chronological order
 * @param opening begins each statement, before the date
 */
export function quoteTypical(
  members: readonly ReportMember[],
  read: (member: ReportMember) => Pick<StatedPassage, 'quote'> | undefined,
  refs: ReportSourceRefs,
  opening = '',
): Statement[] {
  const stated = members.flatMap((member) => {
    const passage = read(member);
    // Reports that were stored by an earlier version may contain passages that may not be quoted.
    return passage === undefined || !isQuotable(passage.quote) ? [] : [{ id: member.failureId, quote: passage.quote }];
  });
  const memberOf = new Map(members.map((member) => [member.failureId, member]));
  const textOf = new Map(members.map((member) => [member.failureId, listTexts(member)]));
  return rankQuotations(stated, textOf)
    .slice(0, maxQuoted)
    .map(({ quote, ids }) => {
      const own = ids.flatMap((id) => memberOf.get(id) ?? []);
      const dates = own.map(({ occurredAt, precision }) => formatDate(occurredAt, precision));
      return createStatement(
        `${opening}${[...new Set(dates)].join(', ')}: “${joinQuotationLines(quote)}”`,
        refs.ofFailures(ids),
      );
    });
}

function listTexts({ title, excerpt, statedRootCause, statedResolution }: ReportMember): string {
  return [title, excerpt, statedRootCause?.quote, statedResolution?.quote].join('\n');
}
