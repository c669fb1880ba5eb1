import type { Digest, DigestedPattern, StoredDigest } from '@refrain/domain';
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

/** Renders a digest. Escapes external texts, and links only to Refrain and to issues of improvements. */
export function renderSlackDigest({ id, digest }: StoredDigest, publicUrl: string | null): SlackMessage {
  const { document, patterns } = digest;
  const lists = [
    listOf('New', patterns, ({ newRecurrence }) => newRecurrence === 'new', publicUrl),
    listOf('Rising', patterns, ({ direction }) => direction === 'rising', publicUrl),
    listOf('Returned', patterns, ({ newRecurrence }) => newRecurrence === 'returned', publicUrl),
    listOf('Gone quiet', patterns, ({ newRecurrence }) => newRecurrence === 'quiet', publicUrl),
  ].flat();
  // A digest that was written late says nothing about rising patterns, so the message must not say that there are none.
  const hasTrends = document.sections.some(({ id: section }) => section === 'rising');
  const nothing = createSlackSection(`No pattern is new, ${hasTrends ? 'rising, ' : ''}returned or quiet.`);
  return {
    text: `${escapeSlack(document.title, 150)}: ${escapeSlack(document.lead.text, 300)}`,
    blocks: [
      createSlackHeader(formatPrintableLine(document.title, 140)),
      createSlackSection(escapeSlack(document.lead.text, 500) || '…'),
      ...(lists.length === 0 ? [nothing] : lists),
      ...fixesOf(digest),
      createSlackContextBlock(completenessOf(digest)),
      ...(publicUrl === null
        ? []
        : [createSlackSection(formatSlackLink(`${publicUrl}/v1/digests/${id}`, 'Open the digest'))]),
    ],
  };
}

function listOf(
  title: string,
  patterns: readonly DigestedPattern[],
  isIn: (pattern: DigestedPattern) => boolean,
  publicUrl: string | null,
): SlackBlock[] {
  const lines = patterns.filter(isIn).map(({ patternId, name, episodes, episodesBefore }) => {
    const page = publicUrl === null ? null : `${publicUrl}/patterns/${encodeURIComponent(patternId)}`;
    return `${formatSlackLink(page, name, 120)}: ${formatCount(episodes, 'episode')} (${episodesBefore} before)`;
  });
  return lines.length === 0 ? [] : [createSlackList(title, lines)];
}

function fixesOf({ document: { sections, sources } }: Digest): SlackBlock[] {
  const section = sections.find(({ id }) => id === 'improvements');
  const statements = (section?.statements ?? []).filter(({ refs }) => refs.length > 0);
  const lines = statements.map(({ label = '', text, refs }) => {
    const source = sources.find(({ ref }) => ref === refs[0]);
    const url = source?.kind === 'improvement' ? source.url : null;
    return `${formatSlackLink(url, label, 120)}: ${escapeSlack(text, 100)}`;
  });
  return lines.length === 0 ? [] : [createSlackList('Fixes', lines)];
}

function completenessOf({ scope, completeness: { accounts, problems, gaps, unassigned } }: Digest): string {
  const parts = [
    `Data of ${formatCount(accounts, 'account')}`,
    problems.length === 0 ? '' : `${formatCount(problems.length, 'account')} with a problem`,
    gaps === 0 ? '' : `${formatCount(gaps, 'day')} with missing records`,
    `${unassigned.failures} of ${formatCount(unassigned.of, 'failure')}${scope.kind === 'organisation' ? '' : ' of the whole organisation'} in no pattern`,
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}
