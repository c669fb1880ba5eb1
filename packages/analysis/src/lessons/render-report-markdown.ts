import type { Evidence, PatternReport, ReportLink, ReportMember } from '@refrain/domain';
import { escapeMarkdown, fenceCode, plainLink } from './escape-markdown.ts';

const linkWords: Readonly<Record<ReportLink['type'], string>> = {
  caused_by: 'Caused by',
  ended_by: 'Ended by',
  shipped_by: 'Shipped by',
  same_episode: 'Same event as',
};
const kindWords: Readonly<Record<ReportMember['kind'], string>> = {
  incident: 'incident',
  failed_deployment: 'failed deployment',
  reverted_change: 'reverted change',
};

/** A report as GitHub Markdown. Everything ingested in it is inert; addresses stand as they are. */
export function renderReportMarkdown(report: PatternReport): string {
  const { pattern, members, links, coverage, asOf } = report;
  const linksOf = (failureId: string) => links.filter((link) => link.failureId === failureId);
  return `${[
    `# ${escapeMarkdown(pattern.name)}`,
    escapeMarkdown(pattern.lesson, 2_000),
    renderFacts(report),
    '## What happened',
    ...members.map((member) => renderMember(member, linksOf(member.failureId))),
    `${coverage.inPatterns} of ${coverage.failures} known failures are in a pattern. As of ${asOf}.`,
  ].join('\n\n')}\n`;
}

function renderFacts({ pattern }: PatternReport): string {
  const kinds = (Object.entries(pattern.kinds) as [ReportMember['kind'], number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kindWords[kind]}${count === 1 ? '' : 's'}`);
  const names = (list: readonly string[]) => list.map((name) => escapeMarkdown(name)).join(', ');
  const rows: readonly (readonly [label: string, value: string])[] = [
    [
      'Episodes',
      `${pattern.episodes}, from ${pattern.firstAt.slice(0, 10)} to ${pattern.lastAt.slice(0, 10)} (${kinds.join(', ')})`,
    ],
    [
      'Cause',
      renderLikely(
        pattern.cause,
        (pattern.causes ?? []).map(({ cause, ...rest }) => [cause, rest]),
      ),
    ],
    [
      'Trigger',
      renderLikely(
        pattern.trigger,
        (pattern.triggers ?? []).map(({ trigger, ...rest }) => [trigger, rest]),
      ),
    ],
    ['Services', names(pattern.services)],
    ['Repositories', names(pattern.repositories)],
    ['Telling words', names(pattern.terms)],
    ['Confidence', percent(pattern.confidence)],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `- **${label}**: ${value}`)
    .join('\n');
}

/** How sure and why, then what else is likely; the bare word of what earlier versions wrote. */
function renderLikely(
  first: string,
  likely: readonly (readonly [string, { readonly confidence: number; readonly evidence: readonly string[] }])[],
): string {
  const words = (label: string) => label.replaceAll('_', ' ');
  if (likely.length === 0) return words(first);
  return likely
    .map(([label, { confidence, evidence }]) => {
      const why = evidence.map((phrase) => escapeMarkdown(phrase, 100)).join(', ');
      return `${words(label)}, ${percent(confidence)}${why === '' ? '' : ` (${why})`}`;
    })
    .join('; also ');
}

function renderMember(member: ReportMember, links: readonly ReportLink[]): string {
  const where = [...member.services, ...(member.repository === null ? [] : [member.repository])];
  const head = `### ${member.occurredAt.slice(0, 10)}: ${escapeMarkdown(member.title, 200)}`;
  const facts = [
    `${kindWords[member.kind]}${where.length > 0 ? ` in ${where.map((name) => escapeMarkdown(name)).join(', ')}` : ''}`,
    ...(plainLink(member.url) === null ? [] : [`${plainLink(member.url)}`]),
    `Belongs here with ${percent(member.confidence)}${renderReasons(member.evidence)}`,
    ...links.map(renderLink),
  ];
  const body = facts.map((fact) => `- ${fact}`).join('\n');
  return [head, body, ...(member.excerpt === '' ? [] : [fenceCode(member.excerpt)])].join('\n\n');
}

function renderLink({ type, targetTitle, targetUrl, score, evidence }: ReportLink): string {
  const address = plainLink(targetUrl);
  return `${linkWords[type]} ${escapeMarkdown(targetTitle, 200)}${address === null ? '' : ` ${address}`} (${percent(score)})${renderReasons(evidence)}`;
}

function renderReasons(evidence: readonly Evidence[]): string {
  return evidence.length === 0 ? '' : `: ${evidence.map(({ detail }) => escapeMarkdown(detail, 200)).join('; ')}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
