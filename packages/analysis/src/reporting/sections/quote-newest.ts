import { joinQuotationLines, type ReportMember, type StatedPassage, type Statement } from '@refrain/domain';
import { formatDate } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const maxQuoted = 3;

/**
 * Quotes what the newest failures state, newest first.
 * @param members in chronological order
 */
export function quoteNewest(
  members: readonly ReportMember[],
  read: (member: ReportMember) => StatedPassage | undefined,
  refs: ReportSourceRefs,
): Statement[] {
  const stated = members.flatMap((member) => {
    const passage = read(member);
    return passage === undefined ? [] : [{ member, passage }];
  });
  return stated
    .slice(-maxQuoted)
    .reverse()
    .map(({ member: { failureId, occurredAt, precision }, passage }) =>
      createStatement(
        `${formatDate(occurredAt, precision)}: “${joinQuotationLines(passage.quote)}”`,
        refs.ofFailures([failureId]),
      ),
    );
}
