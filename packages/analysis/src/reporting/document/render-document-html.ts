import type {
  ReportCell,
  ReportChart,
  ReportDocument,
  ReportSection,
  ReportSource,
  ReportTable,
  Statement,
} from '@refrain/domain';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { formatDay } from '../../text/format.ts';
import { renderChartSvg } from './chart-svg.ts';
import {
  divideSources,
  formatChangeMark,
  formatSourceAnchor,
  formatSourceRefRange,
  joinSourceRefs,
} from './describe-refs.ts';
import { formatPrintableLine } from './format-printable-line.ts';
import { pageStyle } from './page-style.ts';
import { listUntabledSources } from './section.ts';
import { toSafeUrl } from './to-safe-url.ts';

const maxTextLength = 2_000;
const maxTitleLength = 200;
/** Content security policy that forbids scripts and loading, in case an external text is not escaped. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Renders a report as an HTML page without external resources. Shows external texts as plain text. */
export function renderDocumentHtml(document: ReportDocument): string {
  const { title, badges, lead, sections, sources } = document;
  const heading = formatPrintableLine(title, maxTitleLength);
  const render = {
    cell: createCellRenderer(sources),
    label: createLabelRenderer(sources),
    refs: createRefsRenderer(sources),
  };
  const listed = listUntabledSources(document);
  return toHtml([
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charset: 'utf-8' }),
        h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'referrer', content: 'no-referrer' }),
        h('title', `${heading} · Refrain`),
        h('style', pageStyle),
      ]),
      h('body', [
        h('main', [
          h('h1', heading),
          ...(badges.length === 0
            ? []
            : [
                h(
                  'p',
                  badges.map(({ text }) => h('span.badge', formatPrintableLine(text, maxTitleLength))),
                ),
              ]),
          h('div.lead', renderStatement(lead, render)),
          ...sections.map((section) => renderSection(section, render)),
          ...(listed.length === 0
            ? []
            : [h('section', [h('h2', { id: 'sources' }, 'Sources'), h('ol.sources', listed.map(renderSource))])]),
        ]),
      ]),
    ]),
  ]);
}

interface Renderers {
  /** Renders a cell. The first cell that names a source is the target of the links to the source. */
  readonly cell: (name: 'th' | 'td', cell: ReportCell) => Element;
  /** Renders the label of a statement, which links the pattern that it names. */
  readonly label: (statement: Statement) => (Element | string)[];
  /** Renders the sources of a statement: titles of web pages and patterns, and marks such as E1 or #33 for episodes and changes. */
  readonly refs: (statement: Statement) => (Element | string)[];
}

function renderSection({ id, title, statements, table, chart, isDetail }: ReportSection, render: Renderers): Element {
  const content = [
    ...statements.map((statement) => renderStatement(statement, render)),
    ...(chart === null || isEmpty(chart)
      ? []
      : [h('figure', [renderChartSvg(chart), h('figcaption', formatPrintableLine(chart.title, maxTitleLength))])]),
    ...(table === null ? [] : [renderTable(table, render)]),
  ];
  const heading = h('h2', { id: `section-${id}` }, formatPrintableLine(title, maxTitleLength));
  return isDetail ? h('details.section', [h('summary', heading), ...content]) : h('section', [heading, ...content]);
}

function renderStatement(statement: Statement, render: Renderers): Element {
  const { text, method, isQuotation } = statement;
  return h(isQuotation ? 'blockquote.statement' : 'div.statement', [
    h('p', [...render.label(statement), formatPrintableLine(text, maxTextLength), ...render.refs(statement)]),
    ...(method === null
      ? []
      : [h('details', [h('summary', 'How we calculated this'), formatPrintableLine(method, maxTextLength)])]),
  ]);
}

function createLabelRenderer(sources: readonly ReportSource[]): Renderers['label'] {
  const sourceOf = new Map(sources.map((source) => [source.ref, source]));
  return (statement) => {
    if (statement.label === undefined) return [];
    const { labelled } = divideSources(statement, sourceOf);
    const label = linkTo(toSafeUrl(labelled?.url ?? null), formatPrintableLine(statement.label, maxTitleLength));
    return [h('b', [label, ':']), ' '];
  };
}

function createRefsRenderer(sources: readonly ReportSource[]): Renderers['refs'] {
  const sourceOf = new Map(sources.map((source) => [source.ref, source]));
  const separate = (links: readonly (Element | string)[]) =>
    links.flatMap((link, at) => (at === 0 ? [link] : [', ', link]));
  const linkTitles = (titled: readonly ReportSource[]) =>
    separate(titled.map(({ title, url }) => linkTo(toSafeUrl(url), formatPrintableLine(title, maxTitleLength))));
  return (statement) => {
    const { readings, patterns, changes, others } = divideSources(statement, sourceOf);
    const marks = [
      ...joinSourceRefs(others).map((range) =>
        h('a', { href: `#${formatSourceAnchor(range.first)}` }, formatSourceRefRange(range)),
      ),
      ...changes.map((change) => linkTo(toSafeUrl(change.url), formatChangeMark(change))),
    ];
    return [
      ...(readings.length === 0 ? [] : [' ', ...linkTitles(readings)]),
      ...(patterns.length === 0 ? [] : [' Pattern: ', ...linkTitles(patterns)]),
      ...(marks.length === 0 ? [] : [' ', h('span.refs', ['(', ...separate(marks), ')'])]),
    ];
  };
}

function createCellRenderer(sources: readonly ReportSource[]): Renderers['cell'] {
  const sourceOf = new Map(sources.map((source) => [source.ref, source]));
  const anchored = new Set<string>();
  return (name, cell) => {
    if (typeof cell === 'string') return h(name, formatPrintableLine(cell, maxTitleLength));
    const source = sourceOf.get(cell.ref);
    const isTarget = source?.kind !== 'change' && !anchored.has(cell.ref);
    anchored.add(cell.ref);
    return h(
      name,
      isTarget ? { id: formatSourceAnchor(cell.ref) } : {},
      linkTo(toSafeUrl(source?.url ?? null), formatPrintableLine(cell.text, maxTitleLength)),
    );
  };
}

function renderTable({ columns, rows }: ReportTable, render: Renderers): Element {
  const line = (name: 'th' | 'td', cells: readonly ReportCell[]) =>
    h('tr', ...cells.map((cell) => render.cell(name, cell)));
  return h('table', [h('thead', line('th', columns)), h('tbody', ...rows.map((row) => line('td', row)))]);
}

function renderSource({ ref, at, title, url }: ReportSource): Element {
  return h('li', { id: formatSourceAnchor(ref) }, [
    h('b', ref),
    at === null ? ' ' : ` ${formatDay(at)} `,
    linkTo(toSafeUrl(url), formatPrintableLine(title, maxTitleLength)),
  ]);
}

function linkTo(address: string | null, text: string): Element | string {
  return address === null ? text : h('a', { href: address, rel: 'noreferrer noopener' }, text);
}

function isEmpty(chart: ReportChart): boolean {
  if (chart.kind === 'bars') return chart.bars.length === 0;
  return chart.kind === 'timeline' ? chart.marks.length === 0 : chart.rows.length === 0;
}
