import type { ReportChart, ReportDocument, ReportSection, ReportSource, ReportTable, Statement } from '@refrain/domain';
import { formatSourceAnchor, formatSourceRefRange, isSourceRef, joinSourceRefs } from './describe-refs.ts';
import { createEstimateTable, drawTextBarChart } from './draw-chart.ts';
import { escapeMarkdown, formatAutolink, formatCodeBlock } from './escape-markdown.ts';

const maxTextLength = 2_000;
const maxTitleLength = 200;

/**
 * Renders a report as GitHub Markdown, in which each sentence links to its sources. Says only in details how figures were
 * computed. Escapes external texts.
 */
export function renderDocumentMarkdown({ title, lead, sections, sources }: ReportDocument): string {
  const blocks = [
    `# ${escapeMarkdown(title, maxTitleLength)}`,
    renderStatement({ ...lead, method: null }),
    ...sections.flatMap(renderSection),
    ...(sources.length === 0 ? [] : fold('Evidence', [sources.map(renderSource).join('\n')])),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function renderSection({ title, statements, table, chart, isDetail }: ReportSection): string[] {
  const content = [
    ...statements.map((statement) => renderStatement(isDetail ? statement : { ...statement, method: null })),
    ...(chart === null ? [] : renderChart(chart)),
    ...(table === null ? [] : [renderTable(table)]),
  ];
  return isDetail ? fold(title, content) : [`## ${escapeMarkdown(title, maxTitleLength)}`, ...content];
}

/** Folds blocks of Markdown below a title. GitHub renders Markdown in an HTML element only after an empty line. */
function fold(title: string, blocks: readonly string[]): string[] {
  return [`<details><summary>${escapeMarkdown(title, maxTitleLength)}</summary>`, ...blocks, '</details>'];
}

function renderStatement({ text, refs, method }: Statement): string {
  const links = joinSourceRefs(refs).map(
    (range) => `[${formatSourceRefRange(range)}](#${formatSourceAnchor(range.first)})`,
  );
  return [
    escapeMarkdown(text, maxTextLength),
    ...(links.length === 0 ? [] : [`(${links.join(', ')})`]),
    ...(method === null ? [] : [`<sub>${escapeMarkdown(method, maxTextLength)}</sub>`]),
  ].join(' ');
}

function renderTable({ columns, rows }: ReportTable): string {
  const renderCell = (text: string) =>
    isSourceRef(text) ? `[${text}](#${formatSourceAnchor(text)})` : escapeMarkdown(text, maxTitleLength);
  const line = (cells: readonly string[]) => `| ${cells.map(renderCell).join(' | ')} |`;
  return [line(columns), `|${columns.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

/** Renders a chart with characters. Omits timelines, because the list of evidence has the same dates. */
function renderChart(chart: ReportChart): string[] {
  if (chart.kind === 'timeline') return [];
  if (chart.kind === 'ranges') return [renderTable(createEstimateTable(chart))];
  const bars = drawTextBarChart(chart);
  return bars === null ? [] : [`\`${bars.drawn}\` ${escapeMarkdown(bars.legend)}`];
}

function renderSource({ ref, at, title, url, excerpt }: ReportSource): string {
  const day = at === null ? '' : `${at.slice(0, 10)}: `;
  const link = formatAutolink(url);
  return `- <a id="${formatSourceAnchor(ref)}"></a>**${ref}** ${day}${escapeMarkdown(title, maxTitleLength)}${link === null ? '' : ` ${link}`}${excerpt === undefined ? '' : indent(formatCodeBlock(excerpt))}`;
}

/** Indents a block so that it belongs to the preceding list item. */
function indent(block: string): string {
  return `\n\n${block.replace(/^/gmu, '  ')}\n`;
}
