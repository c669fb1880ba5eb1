import type { Evidence, LinkType, ReportLink, ReportMember, ReportSection } from '@refrain/domain';
import { formatEnumValue, formatShare } from '../../text/format.ts';
import { createDetailSection } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const linkLabels: Readonly<Record<LinkType, string>> = {
  caused_by: 'caused by',
  resolved_by: 'resolved by',
  shipped_by: 'shipped by',
  same_episode: 'same event as',
};

/** Lists what each failure shares with the others. */
export function describeMembers(members: readonly ReportMember[], refs: ReportSourceRefs): ReportSection {
  return createDetailSection('members', 'Why these failures belong together', [], {
    table: {
      columns: ['episode', 'failure', 'kind', 'match', 'shared with the others'],
      rows: members.map(({ failureId, title, kind, confidence, evidence }) => [
        refs.ofFailures([failureId]).join(''),
        title,
        formatEnumValue(kind),
        formatShare(confidence),
        formatReasons(evidence),
      ]),
    },
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

function formatReasons(evidence: readonly Evidence[]): string {
  return evidence.map(({ detail }) => detail).join('; ');
}
