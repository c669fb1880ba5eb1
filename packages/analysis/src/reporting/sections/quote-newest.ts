import { joinQuotationLines, type ReportMember, type StatedPassage, type Statement } from '@refrain/domain';
import { isQuotable } from '../../blameless/is-quotable.ts';
import { formatDate } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const maxQuoted = 3;

/**
 * Quotes what the newest failures state, newest first.
 * @param members in chronological order
 * @param opening begins each statement, before the date
 */
export function quoteNewest(
  members: readonly ReportMember[],
  read: (member: ReportMember) => Pick<StatedPassage, 'quote'> | undefined,
  refs: ReportSourceRefs,
  opening = '',
): Statement[] {
  const stated = members.flatMap((member) => {
    const passage = read(member);
    // Reports that were stored by an earlier version may contain passages that may not be quoted.
    return passage === undefined || !isQuotable(passage.quote) ? [] : [{ member, passage }];
  });
  return stated
    .slice(-maxQuoted)
    .reverse()
    .map(({ member: { failureId, occurredAt, precision }, passage }) =>
      createStatement(
        `${opening}${formatDate(occurredAt, precision)}: “${joinQuotationLines(passage.quote)}”`,
        refs.ofFailures([failureId]),
      ),
    );
}
