import { joinQuotationLines, type ReportMember, type StatedPassage, type Statement } from '@refrain/domain';
import { isQuotable } from '../../blameless/is-quotable.ts';
import { formatDate, formatListWithMaxNames } from '../../text/format.ts';
import { type RankedQuotation, rankQuotations } from '../../text/rank-quotations.ts';
import { listInformativeWords } from '../../text/words.ts';
import { createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const defaultMax = 2;
const maxDates = 3;
/** Quotations are similar if they have at least these shares of the words of the shorter and of the longer one in common. */
const minSimilar = { shorter: 0.7, longer: 0.5 };

interface QuoteOptions {
  /** The order of the quotations: the most typical first, or the newest first */
  readonly order?: 'typical' | 'newest';
  readonly max?: number;
}

/**
 * Quotes what failures state, each with its date. Quotes a passage once, even if several failures state it. Of similar passages, quotes
 * only the first one, without citing the episodes of the others, whose figures and names may differ.
 * @param members in chronological order
 */
export function quoteTypical(
  members: readonly ReportMember[],
  read: (member: ReportMember) => Pick<StatedPassage, 'quote'> | undefined,
  refs: ReportSourceRefs,
  { order = 'typical', max = defaultMax }: QuoteOptions = {},
): Statement[] {
  const stated = members.flatMap((member) => {
    const passage = read(member);
    // Reports that were stored by an earlier version may contain passages that may not be quoted.
    return passage === undefined || !isQuotable(passage.quote) ? [] : [{ id: member.failureId, quote: passage.quote }];
  });
  const memberOf = new Map(members.map((member) => [member.failureId, member]));
  const textOf = new Map(members.map((member) => [member.failureId, listTexts(member)]));
  const positionOf = new Map(members.map(({ failureId }, at) => [failureId, at]));
  const newest = ({ ids }: RankedQuotation) => Math.max(...ids.map((id) => positionOf.get(id) ?? 0));
  const listDates = (ids: readonly string[]) => {
    const own = [...ids].reverse().flatMap((id) => memberOf.get(id) ?? []);
    return [...new Set(own.map(({ occurredAt, precision }) => formatDate(occurredAt, precision)))];
  };
  const ranked = rankQuotations(stated, textOf);
  return groupSimilar(order === 'typical' ? ranked : ranked.sort((a, b) => newest(b) - newest(a)))
    .slice(0, max)
    .map(([first]) => {
      const dates = formatListWithMaxNames(listDates(first.ids), maxDates);
      return {
        ...createStatement(`${dates}: “${joinQuotationLines(first.quote)}”`, refs.ofFailures(first.ids)),
        isQuotation: true,
      };
    });
}

/** Groups each quotation with the first one that is similar to it. */
function groupSimilar(quotations: readonly RankedQuotation[]): [RankedQuotation, ...RankedQuotation[]][] {
  const groups: [RankedQuotation, ...RankedQuotation[]][] = [];
  for (const quotation of quotations) {
    const group = groups.find(([first]) => areSimilar(first.quote, quotation.quote));
    if (group === undefined) groups.push([quotation]);
    else group.push(quotation);
  }
  return groups;
}

function areSimilar(a: string, b: string): boolean {
  const words = [listInformativeWords(a), listInformativeWords(b)] as const;
  const [shorter, longer] = words[0].size <= words[1].size ? words : ([words[1], words[0]] as const);
  const shared = [...shorter].filter((word) => longer.has(word)).length;
  return shorter.size > 0 && shared >= minSimilar.shorter * shorter.size && shared >= minSimilar.longer * longer.size;
}

function listTexts({ title, excerpt, statedRootCause, statedResolution }: ReportMember): string {
  return [title, excerpt, statedRootCause?.quote, statedResolution?.quote].join('\n');
}
