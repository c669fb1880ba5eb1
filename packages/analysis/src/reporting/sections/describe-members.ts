import {
  type Evidence,
  joinQuotationLines,
  type LinkType,
  type PatternReport,
  type ReportLink,
  type ReportMember,
  type ReportSection,
} from '@refrain/domain';
import { isQuotable } from '../../blameless/is-quotable.ts';
import { formatEnumValue, formatShare } from '../../text/format.ts';
import { createDetailSection, dropEmptyColumns } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const linkLabels: Readonly<Record<LinkType, string>> = {
  caused_by: 'caused by',
  resolved_by: 'resolved by',
  shipped_by: 'shipped by',
  same_episode: 'same event as',
};

/** Signals whose evidence is words, which the match already says. */
const wordSignals: ReadonlySet<string> = new Set(['words', 'spelling']);

/**
 * Lists for each failure how well it matches the others, what it shares with them beside words, such as files, and the
 * mechanism that its text states.
 */
export function describeMembers({ members }: Pick<PatternReport, 'members'>, refs: ReportSourceRefs): ReportSection {
  const areAlone = new Set(members.map(({ episodeId }) => episodeId)).size === members.length;
  const rows = members.map(({ failureId, title, kind, confidence, evidence, statedMechanism, statedRootCause }) => [
    refs.ofFailures([failureId]).join(''),
    areAlone ? '' : title,
    areAlone ? '' : formatEnumValue(kind),
    formatShare(confidence),
    formatReasons(evidence.filter(({ signal }) => !wordSignals.has(signal))),
    formatMechanism(statedMechanism, statedRootCause),
  ]);
  return createDetailSection('members', 'Why these failures belong together', [], {
    table: dropEmptyColumns({
      columns: ['episode', 'failure', 'kind', 'match', 'also shared', 'stated mechanism'],
      rows,
    }),
  });
}

export function describeLinks(links: readonly ReportLink[], refs: ReportSourceRefs): ReportSection {
  return createDetailSection('links', 'Linked changes', [], {
    table:
      links.length === 0
        ? null
        : {
            columns: ['episode', 'link', 'change or failure', 'confidence', 'evidence'],
            rows: links.map(({ failureId, type, targetId, targetTitle, score, evidence }) => [
              refs.ofFailures([failureId]).join(''),
              linkLabels[type],
              [refs.ofChange(targetId) ?? '', targetTitle].join(' ').trim(),
              formatShare(score),
              formatReasons(evidence),
            ]),
          },
  });
}

/** Quotes the sentence that states a mechanism, unless the stated root cause contains it. */
function formatMechanism(stated: ReportMember['statedMechanism'], rootCause: ReportMember['statedRootCause']): string {
  if (stated === undefined) return '';
  const { mechanism, quote } = stated;
  const isRepeated = quote === null || rootCause?.quote.includes(quote) === true;
  return isRepeated || !isQuotable(quote) ? mechanism : `${mechanism}: “${joinQuotationLines(quote)}”`;
}

function formatReasons(evidence: readonly Evidence[]): string {
  return evidence.map(({ detail }) => detail).join('; ');
}
