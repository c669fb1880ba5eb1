import type { Evidence, LinkType, ReportLink, ReportMember, ReportSection } from '@refrain/domain';
import { formatCount, formatEnumValue, formatShare } from '../../text/format.ts';
import { createSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const linkLabels: Readonly<Record<LinkType, string>> = {
  caused_by: 'caused by',
  resolved_by: 'resolved by',
  shipped_by: 'shipped by',
  same_episode: 'same event as',
};

export function describeMembers(members: readonly ReportMember[], refs: ReportSourceRefs): ReportSection {
  return createSection(
    'members',
    'Why each of them is here',
    [createStatement(`${formatCount(members.length, 'failure')}, with what each shares with the others.`, refs.all)],
    {
      table: {
        columns: ['episode', 'failure', 'kind', 'where', 'sure', 'why'],
        rows: members.map(({ failureId, title, kind, services, repository, confidence, evidence }) => [
          refs.ofFailures([failureId]).join(''),
          title,
          formatEnumValue(kind),
          [...services, ...(repository === null ? [] : [repository])].join(', '),
          formatShare(confidence),
          formatReasons(evidence),
        ]),
      },
    },
  );
}

export function describeLinks(links: readonly ReportLink[], refs: ReportSourceRefs): ReportSection {
  const statement =
    links.length === 0
      ? createStatement('Nothing is linked to these failures.')
      : createStatement(`${formatCount(links.length, 'link')}, surest first.`);
  return createSection('links', 'Why each link is drawn', [statement], {
    table:
      links.length === 0
        ? null
        : {
            columns: ['episode', '', 'what', 'sure', 'why'],
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
