import type { Digest, ReportSource, Statement, StoredDigest } from '@refrain/domain';
import { formatCount } from '../../text/format.ts';
import { formatPrintableLine } from '../document/format-printable-line.ts';
import { escapeSlack, formatSlackLink } from './escape-slack.ts';
import {
  createSlackContextBlock,
  createSlackHeader,
  createSlackList,
  createSlackSection,
  type SlackBlock,
  type SlackMessage,
} from './slack-message.ts';

const [maxLabelLength, maxTextLength] = [120, 200];

/** Renders a digest. Escapes external texts, and links only to Refrain and to issues of improvements. */
export function renderSlackDigest({ id, digest }: StoredDigest, publicUrl: string | null): SlackMessage {
  const { document } = digest;
  return {
    text: `${escapeSlack(document.title, 150)}: ${escapeSlack(document.lead.text, 300)}`,
    blocks: [
      createSlackHeader(formatPrintableLine(document.title, 140)),
      createSlackSection(escapeSlack(document.lead.text, 500) || '…'),
      ...listSections(digest, publicUrl),
      createSlackContextBlock(completenessOf(digest)),
      ...(publicUrl === null
        ? []
        : [createSlackSection(formatSlackLink(`${publicUrl}/digests/${encodeURIComponent(id)}`, 'Open the digest'))]),
    ],
  };
}

/** Renders the sections that are not folded, each as a list with links. */
function listSections({ document: { sections, sources } }: Digest, publicUrl: string | null): SlackBlock[] {
  const sourceOf = new Map(sources.map((source) => [source.ref, source]));
  return sections
    .filter(({ isDetail }) => !isDetail)
    .map(({ title, statements }) =>
      createSlackList(
        title,
        statements.map((statement) => renderLine(statement, sourceOf.get(statement.refs[0] ?? ''), publicUrl)),
      ),
    );
}

function renderLine({ label, text }: Statement, source: ReportSource | undefined, publicUrl: string | null): string {
  const body = escapeSlack(text, maxTextLength);
  if (label === undefined) return body;
  return `${formatSlackLink(findAddress(source, publicUrl), label, maxLabelLength)}: ${body}`;
}

const pages: Partial<Record<ReportSource['kind'], string>> = {
  pattern: 'patterns',
  improvement: 'improvements',
  episode: 'failures',
};

function findAddress(source: ReportSource | undefined, publicUrl: string | null): string | null {
  if (source === undefined) return null;
  if (source.kind === 'improvement' && source.url !== null) return source.url;
  const page = pages[source.kind];
  return publicUrl === null || page === undefined ? null : `${publicUrl}/${page}/${encodeURIComponent(source.id)}`;
}

function completenessOf({ scope, completeness: { accounts, problems, gaps, unassigned } }: Digest): string {
  const parts = [
    `Data from ${formatCount(accounts, 'account')}`,
    problems.length === 0 ? '' : `${formatCount(problems.length, 'account')} with a problem`,
    gaps === 0 ? '' : `${formatCount(gaps, 'day')} with missing records`,
    unassigned.failures === 0
      ? ''
      : `${unassigned.failures} of ${formatCount(unassigned.of, 'failure')}${scope.kind === 'organisation' ? '' : ' in the whole organisation'} in no pattern`,
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}
