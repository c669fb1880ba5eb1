import type { ReportChart, ReportDocument, ReportSection, ReportSource, ReportTable, Statement } from '@refrain/domain';
import wrap from 'wrap-ansi';
import { formatDay } from '../../text/format.ts';
import { divideSources, formatSourceRefRange, joinSourceRefs } from './describe-refs.ts';
import { createEstimateTable, drawTextBarChart } from './draw-chart.ts';
import { formatPrintableLine } from './format-printable-line.ts';
import { readCellText } from './section.ts';
import { toSafeUrl } from './to-safe-url.ts';

const maxTextLength = 2_000;
const maxTitleLength = 200;
const maxCellLength = 60;
const lineWidth = 100;

/** Renders a report as plain text for a terminal, with lines of at most 100 columns. Tables may be wider. */
export function renderDocumentText({ title, badges, lead, sections, sources }: ReportDocument): string {
  const cited = new Set([lead, ...sections.flatMap(({ statements }) => statements)].flatMap(({ refs }) => refs));
  const listed = sources.filter(({ ref, kind, url }) => cited.has(ref) && kind !== 'pattern' && url !== null);
  const sourceOf = new Map(sources.map((source) => [source.ref, source]));
  const blocks = [
    underline(title, '='),
    renderStatement(
      { ...lead, text: [...badges.map((badge) => badge.text), lead.text].join(' · '), method: null },
      sourceOf,
    ),
    ...sections.flatMap((section) => renderSection(section, sourceOf)),
    ...(listed.length === 0 ? [] : [underline('Sources', '-'), listed.map(renderSource).join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

type Sources = ReadonlyMap<string, ReportSource>;

function renderSection({ title, statements, table, chart }: ReportSection, sourceOf: Sources): string[] {
  return [
    underline(title, '-'),
    ...statements.map((statement) => renderStatement(statement, sourceOf)),
    ...(chart === null ? [] : renderChart(chart)),
    ...(table === null ? [] : [renderTable(table)]),
  ];
}

function underline(title: string, character: string): string {
  const line = formatPrintableLine(title, maxTitleLength);
  return `${line}\n${character.repeat(Math.min(line.length, lineWidth))}`;
}

function renderStatement(statement: Statement, sourceOf: Sources): string {
  const { label, text, refs, method } = statement;
  const { patterns } = divideSources(statement, sourceOf);
  const ranges = joinSourceRefs(refs.filter((ref) => sourceOf.get(ref)?.kind !== 'pattern')).map(formatSourceRefRange);
  const names = patterns.map(({ title }) => formatPrintableLine(title, maxTitleLength));
  const begin = label === undefined ? '' : `${formatPrintableLine(label, maxTitleLength)}: `;
  const end = [
    ...(names.length === 0 ? [] : [` Pattern: ${names.join(', ')}`]),
    ...(ranges.length === 0 ? [] : [` [${ranges.join(', ')}]`]),
  ].join('');
  const lines = wrap(`${begin}${formatPrintableLine(text, maxTextLength)}${end}`, lineWidth);
  return method === null ? lines : `${lines}\n${indent(formatPrintableLine(method, maxTextLength), '    ')}`;
}

function renderTable({ columns, rows }: ReportTable): string {
  const lines = [columns, ...rows].map((cells) =>
    cells.map((cell) => formatPrintableLine(readCellText(cell), maxCellLength)),
  );
  const widths = columns.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [lines[0] ?? [], rule, ...lines.slice(1)]
    .map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

function renderChart(chart: ReportChart): string[] {
  if (chart.kind === 'timeline') return [];
  if (chart.kind === 'ranges') return [renderTable(createEstimateTable(chart))];
  const bars = drawTextBarChart(chart);
  return bars === null ? [] : [`${bars.drawn}\n${formatPrintableLine(bars.legend, maxTextLength)}`];
}

function renderSource({ ref, at, title, url }: ReportSource): string {
  const day = at === null ? '' : `${formatDay(at)}  `;
  const address = toSafeUrl(url);
  return [
    `${ref.padEnd(4)} ${day}${formatPrintableLine(title, maxTitleLength)}`,
    ...(address === null ? [] : [`     ${address}`]),
  ].join('\n');
}

function indent(text: string, by: string): string {
  return wrap(text, lineWidth - by.length).replace(/^/gmu, by);
}
