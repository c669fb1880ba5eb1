import type { ReportChart, ReportDocument, ReportSection, ReportSource, ReportTable, Statement } from '@refrain/domain';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { renderChartSvg } from './chart-svg.ts';
import { formatSourceAnchor, formatSourceRefRange, isSourceRef, joinSourceRefs } from './describe-refs.ts';
import { formatPrintableLine } from './format-printable-line.ts';
import { pageStyle } from './page-style.ts';
import { toSafeUrl } from './to-safe-url.ts';

const maxTextLength = 2_000;
const maxTitleLength = 200;
/** Content security policy that forbids scripts and loading, in case an external text is not escaped. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Renders a report as an HTML page without external resources. Shows external texts as plain text. */
export function renderDocumentHtml({ title, lead, sections, sources }: ReportDocument): string {
  const heading = formatPrintableLine(title, maxTitleLength);
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
          h('div.lead', renderStatement(lead)),
          ...sections.map(renderSection),
          ...(sources.length === 0
            ? []
            : [h('section', [h('h2', { id: 'evidence' }, 'Evidence'), h('ol.sources', sources.map(renderSource))])]),
        ]),
      ]),
    ]),
  ]);
}

function renderSection({ id, title, statements, table, chart, isDetail }: ReportSection): Element {
  const content = [
    ...statements.map(renderStatement),
    ...(chart === null || isEmpty(chart)
      ? []
      : [h('figure', [renderChartSvg(chart), h('figcaption', formatPrintableLine(chart.title, maxTitleLength))])]),
    ...(table === null ? [] : [renderTable(table)]),
  ];
  const heading = h('h2', { id: `section-${id}` }, formatPrintableLine(title, maxTitleLength));
  return isDetail ? h('details.section', [h('summary', heading), ...content]) : h('section', [heading, ...content]);
}

function renderStatement({ text, refs, method }: Statement): Element {
  const links = joinSourceRefs(refs).flatMap((range, at) => [
    ...(at === 0 ? [] : [', ']),
    h('a', { href: `#${formatSourceAnchor(range.first)}` }, formatSourceRefRange(range)),
  ]);
  return h('div.statement', [
    h('p', [
      formatPrintableLine(text, maxTextLength),
      ...(links.length === 0 ? [] : [' ', h('span.refs', ['(', ...links, ')'])]),
    ]),
    ...(method === null
      ? []
      : [h('details', [h('summary', 'How we calculated this'), formatPrintableLine(method, maxTextLength)])]),
  ]);
}

function renderTable({ columns, rows }: ReportTable): Element {
  const cell = (name: 'th' | 'td', text: string) =>
    isSourceRef(text)
      ? h(name, h('a', { href: `#${formatSourceAnchor(text)}` }, text))
      : h(name, formatPrintableLine(text, maxTitleLength));
  const line = (name: 'th' | 'td', texts: readonly string[]) => h('tr', ...texts.map((text) => cell(name, text)));
  return h('table', [h('thead', line('th', columns)), h('tbody', ...rows.map((row) => line('td', row)))]);
}

function renderSource({ ref, at, title, url, excerpt }: ReportSource): Element {
  const name = formatPrintableLine(title, maxTitleLength);
  const address = toSafeUrl(url);
  const lines = excerpt?.split('\n').map((line) => formatPrintableLine(line, maxTitleLength));
  return h('li', { id: formatSourceAnchor(ref) }, [
    h('b', ref),
    at === null ? ' ' : ` ${at.slice(0, 10)} `,
    address === null ? name : h('a', { href: address, rel: 'noreferrer noopener' }, name),
    ...(lines === undefined ? [] : [h('pre', lines.join('\n'))]),
  ]);
}

function isEmpty(chart: ReportChart): boolean {
  if (chart.kind === 'bars') return chart.bars.length === 0;
  return chart.kind === 'timeline' ? chart.marks.length === 0 : chart.rows.length === 0;
}
