import { joinQuotationLines, type ReportMember, type StatedPassage, type Statement } from '@refrain/domain';
import { isQuotable } from '../../blameless/is-quotable.ts';
import { groupBy } from '../../collections/group-by.ts';
import { formatDate } from '../../text/format.ts';
import { listInformativeWords } from '../../text/words.ts';
import { createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const maxQuoted = 5;
/** Quotations with at least this share of the shorter one's words in common count as similar. */
const minSimilar = 0.7;

interface Quotation {
  readonly quote: string;
  readonly members: readonly ReportMember[];
}

/**
 * Quotes what failures state, most typical first: the passages whose words most other members contain too. Of equally typical
 * passages, the newest comes first. Of similar passages, quotes the most typical one and gives the dates of the others.
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
  const quotations = [...groupBy(stated.reverse(), ({ quote }) => [quote])]
    .map(([quote, own]) => ({
      quote,
      members: own.map(({ member }) => member),
      typicality: Math.max(...own.map(({ member }) => typicalityOf(quote, member))),
    }))
    .sort((a, b) => b.typicality - a.typicality);
  return groupSimilar(quotations)
    .slice(0, maxQuoted)
    .map(([first, ...similar]) => {
      const others = similar.flatMap((quotation) => quotation.members);
      const also = others.length === 0 ? '' : ` Similar: ${listDates(others)}.`;
      return createStatement(
        `${opening}${listDates(first.members)}: “${joinQuotationLines(first.quote)}”${also}`,
        refs.ofFailures([...first.members, ...others].map(({ failureId }) => failureId)),
      );
    });
}

/** Groups each quotation with the first one that is similar to it. */
function groupSimilar(quotations: readonly Quotation[]): [Quotation, ...Quotation[]][] {
  const groups: [Quotation, ...Quotation[]][] = [];
  const wordsOf = new Map(quotations.map((quotation) => [quotation, listInformativeWords(quotation.quote)]));
  const areSimilar = (a: Quotation, b: Quotation) => {
    const [shorter = new Set(), longer = new Set()] = [wordsOf.get(a), wordsOf.get(b)].sort(
      (x, y) => (x?.size ?? 0) - (y?.size ?? 0),
    );
    const shared = [...shorter].filter((word) => longer.has(word)).length;
    return shorter.size > 0 && shared >= minSimilar * shorter.size;
  };
  for (const quotation of quotations) {
    const group = groups.find(([first]) => areSimilar(first, quotation));
    if (group === undefined) groups.push([quotation]);
    else group.push(quotation);
  }
  return groups;
}

function listDates(members: readonly ReportMember[]): string {
  return [...new Set(members.map(({ occurredAt, precision }) => formatDate(occurredAt, precision)))].join(', ');
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
