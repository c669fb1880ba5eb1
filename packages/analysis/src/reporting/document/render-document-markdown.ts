import type {
  ReportCell,
  ReportChart,
  ReportDocument,
  ReportSection,
  ReportSource,
  ReportTable,
  Statement,
} from '@refrain/domain';
import { formatDay } from '../../text/format.ts';
import {
  divideSources,
  formatChangeMark,
  formatSourceAnchor,
  formatSourceRefRange,
  joinSourceRefs,
} from './describe-refs.ts';
import { createEstimateTable, drawTextBarChart } from './draw-chart.ts';
import { escapeMarkdown, formatMarkdownLink } from './escape-markdown.ts';
import { listUntabledSources } from './section.ts';

const maxTextLength = 2_000;
const maxTitleLength = 200;
const maxCellLength = 100;

const maxRanges = 4;

interface Renderers {
  /** Renders a cell. The first cell that names a source is the target of the links to the source. */
  readonly cell: (cell: ReportCell) => string;
  /** Renders the label of a statement, which links the pattern that it names. */
  readonly label: (statement: Statement) => string[];
  /** Renders the sources of a statement: titles of web pages and patterns, and marks such as E1 or #33 for episodes and changes. */
  readonly refs: (statement: Statement) => string[];
}

/** Renders a report as GitHub Markdown, in which paragraphs link to their sources. Folds details. Escapes external texts. */
export function renderDocumentMarkdown(document: ReportDocument): string {
  const { title, badges, lead, sections, sources } = document;
  const render = {
    cell: createCellRenderer(sources),
    label: createLabelRenderer(sources),
    refs: createRefsRenderer(sources),
  };
  const listed = listUntabledSources(document);
  const details = [
    ...sections.filter(({ isDetail }) => isDetail).map((section) => renderDetail(section, render)),
    ...(listed.length === 0 ? [] : [['### Sources', ...listed.map(renderSource)].join('\n')]),
  ];
  const status = badges.map(({ text }) => `**${escapeMarkdown(text, maxTitleLength)}**`);
  const blocks = [
    `# ${escapeMarkdown(title, maxTitleLength)}`,
    [...status, renderStatement({ ...lead, method: null }, render)].join(' · '),
    ...sections.filter(({ isDetail }) => !isDetail).flatMap((section) => renderSection(section, render)),
    // GitHub renders Markdown in an HTML element only after an empty line.
    ...(details.length === 0 ? [] : ['<details><summary>Details</summary>', [...details, '</details>'].join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function renderSection({ title, statements, table, chart }: ReportSection, render: Renderers): string[] {
  return [
    `## ${escapeMarkdown(title, maxTitleLength)}`,
    ...renderStatements(
      statements.map((statement) => ({ ...statement, method: null })),
      render,
    ),
    ...(chart === null ? [] : renderChart(chart, render)),
    ...(table === null ? [] : [renderTable(table, render)]),
  ];
}

/** Renders a section with few empty lines: a heading ends a list or a table without one. */
function renderDetail({ title, statements, table, chart }: ReportSection, render: Renderers): string {
  const items = statements.map((statement) => `- ${renderStatement(statement, render)}`);
  return [
    [`### ${escapeMarkdown(title, maxTitleLength)}`, ...items].join('\n'),
    ...(chart === null ? [] : renderChart(chart, render)),
    ...(table === null ? [] : [renderTable(table, render)]),
  ].join('\n\n');
}

/** Renders statements as paragraphs, and consecutive ones with a label or a quotation as one list. */
function renderStatements(statements: readonly Statement[], render: Renderers): string[] {
  const blocks: string[] = [];
  let wasItem = false;
  for (const statement of statements) {
    const isItem = statement.label !== undefined || statement.isQuotation === true;
    const line = `${isItem ? '- ' : ''}${renderStatement(statement, render)}`;
    if (isItem && wasItem) blocks[blocks.length - 1] = `${blocks.at(-1)}\n${line}`;
    else blocks.push(line);
    wasItem = isItem;
  }
  return blocks;
}

function renderStatement(statement: Statement, render: Renderers): string {
  const { text, method } = statement;
  return [
    ...render.label(statement),
    ...(text === '' ? [] : [escapeMarkdown(text, maxTextLength)]),
    ...render.refs(statement),
    ...(method === null ? [] : [`<sub>${escapeMarkdown(method, maxTextLength)}</sub>`]),
  ].join(' ');
}

function createLabelRenderer(sources: readonly ReportSource[]): Renderers['label'] {
  const sourceOf = new Map(sources.map((source) => [source.ref, source]));
  return (statement) => {
    if (statement.label === undefined) return [];
    const { labelled } = divideSources(statement, sourceOf);
    return [`**${formatMarkdownLink(statement.label, labelled?.url ?? null, maxTitleLength)}:**`];
  };
}

function createRefsRenderer(sources: readonly ReportSource[]): Renderers['refs'] {
  const sourceOf = new Map(sources.map((source) => [source.ref, source]));
  const linkTitles = (titled: readonly ReportSource[]) =>
    titled.map(({ title, url }) => formatMarkdownLink(title, url, maxTitleLength)).join(', ');
  return (statement) => {
    const { readings, patterns, changes, others } = divideSources(statement, sourceOf);
    const ranges = joinSourceRefs(others);
    const marks = [
      ...ranges
        .slice(0, maxRanges)
        .map((range) => `[${formatSourceRefRange(range)}](#${formatSourceAnchor(range.first)})`),
      ...(ranges.length > maxRanges ? [`${ranges.length - maxRanges} more`] : []),
      ...changes.map((change) => formatMarkdownLink(formatChangeMark(change), change.url, maxTitleLength)),
    ];
    return [
      ...(readings.length === 0 ? [] : [linkTitles(readings)]),
      ...(patterns.length === 0 ? [] : [`Pattern: ${linkTitles(patterns)}`]),
      ...(marks.length === 0 ? [] : [`(${marks.join(', ')})`]),
    ];
  };
}

function createCellRenderer(sources: readonly ReportSource[]): Renderers['cell'] {
  const sourceOf = new Map(sources.map((source) => [source.ref, source]));
  const anchored = new Set<string>();
  return (cell) => {
    if (typeof cell === 'string') return escapeMarkdown(cell, maxCellLength);
    const source = sourceOf.get(cell.ref);
    const isTarget = source?.kind !== 'change' && !anchored.has(cell.ref);
    anchored.add(cell.ref);
    const anchor = isTarget ? `<a id="${formatSourceAnchor(cell.ref)}"></a>` : '';
    return `${anchor}${formatMarkdownLink(cell.text, source?.url ?? null, maxCellLength)}`;
  };
}

function renderTable({ columns, rows }: ReportTable, render: Renderers): string {
  const line = (cells: readonly ReportCell[]) => `| ${cells.map(render.cell).join(' | ')} |`;
  return [line(columns), `|${columns.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

/** Renders a chart with characters. Omits timelines, because the table of episodes has the same dates. */
function renderChart(chart: ReportChart, render: Renderers): string[] {
  if (chart.kind === 'timeline') return [];
  if (chart.kind === 'ranges') return [renderTable(createEstimateTable(chart), render)];
  const bars = drawTextBarChart(chart);
  return bars === null ? [] : [`\`${bars.drawn}\` ${escapeMarkdown(bars.legend)}`];
}

function renderSource({ ref, at, title, url }: ReportSource): string {
  const day = at === null ? '' : `${formatDay(at)}: `;
  return `- <a id="${formatSourceAnchor(ref)}"></a>**${ref}** ${day}${formatMarkdownLink(title, url, maxTitleLength)}`;
}
