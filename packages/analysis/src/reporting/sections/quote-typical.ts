import { joinQuotationLines, type ReportMember, type StatedPassage, type Statement } from '@refrain/domain';
import { isQuotable } from '../../blameless/is-quotable.ts';
import { groupBy } from '../../collections/group-by.ts';
import { formatDate } from '../../text/format.ts';
import { listInformativeWords } from '../../text/words.ts';
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
    return passage === undefined || !isQuotable(passage.quote) ? [] : [{ member, quote: passage.quote }];
  });
  const typicalityOf = createTypicality(members);
  return [...groupBy(stated.reverse(), ({ quote }) => [quote])]
    .map(([quote, own]) => ({
      quote,
      own,
      typicality: Math.max(...own.map(({ member }) => typicalityOf(quote, member))),
    }))
    .sort((a, b) => b.typicality - a.typicality)
    .slice(0, maxQuoted)
    .map(({ quote, own }) => {
      const dates = own.map(({ member: { occurredAt, precision } }) => formatDate(occurredAt, precision));
      return createStatement(
        `${opening}${[...new Set(dates)].join(', ')}: “${joinQuotationLines(quote)}”`,
        refs.ofFailures(own.map(({ member }) => member.failureId)),
      );
    });
}

/**
 * Returns a function that computes how typical a passage of a member is: the sum of the shares of other members that contain its words,
 * over the square root of their number, so that long passages have no advantage.
 */
function createTypicality(members: readonly ReportMember[]): (quote: string, member: ReportMember) => number {
  const wordsOf = new Map(members.map((member) => [member.failureId, listInformativeWords(listTexts(member))]));
  return (quote, { failureId }) => {
    const others = [...wordsOf].flatMap(([id, words]) => (id === failureId ? [] : [words]));
    const own = [...listInformativeWords(quote)];
    const shared = own.reduce((sum, word) => sum + others.filter((words) => words.has(word)).length, 0);
    return own.length === 0 || others.length === 0 ? 0 : shared / others.length / Math.sqrt(own.length);
  };
}

function listTexts({ title, excerpt, statedRootCause, statedResolution }: ReportMember): string {
  return [title, excerpt, statedRootCause?.quote, statedResolution?.quote].join('\n');
}
