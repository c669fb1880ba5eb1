import type { ReportDocument } from '@refrain/domain';
import { describe, expect, test } from 'vitest';
import { formatChangeMark, joinSourceRefs } from './describe-refs.ts';
import { renderDocumentHtml } from './render-document-html.ts';
import { renderDocumentMarkdown } from './render-document-markdown.ts';
import { renderDocumentText } from './render-document-text.ts';

const hostile = '<img src=x onerror=alert(1)> @ops #77 [x](javascript:alert(1)) `rm` | \u202e';
const document: ReportDocument = {
  title: `Pool ${hostile}`,
  badges: [
    { kind: 'recurrence', text: 'Returned' },
    { kind: 'severity', text: hostile },
  ],
  lead: { text: 'The pool was smaller than the load.', refs: ['E1', 'E2', 'E3', 'C1'], method: null },
  sections: [
    {
      id: 'trend',
      title: 'Trend',
      isDetail: true,
      statements: [{ text: `It rises ${hostile}`, refs: ['E2'], method: '8 of 10 weeks against 2 of 40' }],
      table: { columns: ['service', 'episode'], rows: [[hostile, { text: hostile, ref: 'E1' }]] },
      chart: {
        kind: 'bars',
        title: `Episodes per week ${hostile}`,
        bars: [0, 1, 4].map((value, at) => ({ label: `2026-0${at + 1}-01`, value })),
        levels: [{ label: 'rate', value: 1.5, from: 0, to: 2 }],
      },
    },
    {
      id: 'forecast',
      title: 'Forecast',
      isDetail: false,
      statements: [
        { label: 'Disk guard', text: 'It warns early.', refs: [], method: null },
        { text: 'It was full.', isQuotation: true, refs: ['E1'], method: null },
        { text: 'Read', refs: ['R1'], method: null },
      ],
      table: null,
      chart: {
        kind: 'ranges',
        title: 'Episodes',
        rows: [
          { label: '7 days', value: 0.4, low: 0, high: 2 },
          { label: '90 days', value: null, low: null, high: null },
        ],
      },
    },
    {
      id: 'timeline',
      title: 'When',
      isDetail: false,
      statements: [],
      table: null,
      chart: {
        kind: 'timeline',
        title: 'Its episodes',
        from: '2026-01-01T00:00:00.000Z',
        until: '2026-03-01T00:00:00.000Z',
        marks: [{ at: '2026-02-01T00:00:00.000Z', ref: 'E1', label: hostile }],
      },
    },
  ],
  sources: [
    {
      ref: 'E1',
      kind: 'episode',
      id: 'f1',
      at: '2026-02-01T00:00:00.000Z',
      title: hostile,
      url: 'javascript:alert(1)',
    },
    { ref: 'E2', kind: 'episode', id: 'f2', at: null, title: 'Pool full', url: 'https://pd.example/2?a=<b>' },
    { ref: 'R1', kind: 'reading', id: 'r1', at: null, title: 'Painting', url: 'https://reading.example/' },
  ],
};

test.each([
  ['https://github.example/acme/shop/pull/33', '#33'],
  ['https://github.example/acme/shop/commit/0123456789abcdef', '0123456'],
  ['https://github.example/acme/shop/actions/runs/7', 'change'],
])('formatChangeMark names a change by its address: %s', (url, mark) => {
  expect(formatChangeMark({ url })).toBe(mark);
});

test('joinSourceRefs joins consecutive refs into ranges', () => {
  expect(joinSourceRefs(['E1', 'E2', 'E3', 'C3', 'E5'])).toEqual([
    { first: 'E1', last: 'E3' },
    { first: 'C3', last: 'C3' },
    { first: 'E5', last: 'E5' },
  ]);
});

describe('renderDocumentMarkdown', () => {
  const markdown = renderDocumentMarkdown(document);

  test('renderDocumentMarkdown links each paragraph to its sources and shows how the paragraph was computed', () => {
    expect(markdown).toContain('than the load. ([E1–E3](#ref-e1), [C1](#ref-c1))');
    expect(markdown).toContain('([E2](#ref-e2)) <sub>8 of 10 weeks against 2 of 40</sub>');
    expect(markdown).toContain('- <a id="ref-e2"></a>**E2** [Pool full](<https://pd.example/2?a=%3Cb%3E>)');
    expect(markdown).toContain('| service | episode |\n| --- | --- |\n');
    expect(markdown).toContain('`▁▃█`');
    expect(markdown).toContain('| 90 days | – | – | – |');
    expect(markdown).toContain('Read [Painting](<https://reading.example/>)');
  });

  test('renderDocumentMarkdown shows the answer and the status first, and folds details and sources', () => {
    expect(markdown).toMatch(/\n\n\*\*Returned\*\* · .* · The pool was smaller/u);
    expect(markdown.indexOf('## Forecast')).toBeLessThan(markdown.indexOf('<details><summary>Details</summary>'));
    expect(markdown).toContain('<details><summary>Details</summary>\n\n### Trend\n- It rises');
    expect(markdown).toContain('### Sources\n- <a id="ref-e2">');
  });

  test('renderDocumentMarkdown renders consecutive quotations and labelled paragraphs as one list', () => {
    expect(markdown).toContain('\n\n- **Disk guard:** It warns early.\n- It was full. ([E1](#ref-e1))\n\n');
  });

  test('renderDocumentMarkdown makes the first table cell of a source the target of links to the source', () => {
    expect(markdown.match(/<a id="ref-e1">/gu)).toHaveLength(1);
    expect(markdown).toMatch(/\| <a id="ref-e1"><\/a>&#60;img/u);
  });

  test('renderDocumentMarkdown escapes external text', () => {
    expect(markdown).not.toMatch(/<img|@ops|#77|\]\(javascript|<javascript/u);
  });
});

describe('renderDocumentText', () => {
  const text = renderDocumentText(document);

  test('renderDocumentText cites the sources of each paragraph, draws charts and aligns tables', () => {
    expect(text).toMatch(/^Returned · [^·]* · The\s+pool\s+was\s+smaller\s+than\s+the\s+load\.\s+\[E1–E3, C1\]$/mu);
    expect(text).toContain('\n    8 of 10 weeks against 2 of 40\n');
    expect(text).toContain('\n▁▃█\nEpisodes per week');
    expect(text).toMatch(/\nservice +episode\n-+ {2}-+\n<img/u);
    expect(text).toContain('\n90 days   –         –    –\n');
    expect(text).toContain('\nE2   Pool full\n     https://pd.example/2?a=%3Cb%3E');
  });

  test('renderDocumentText wraps lines at 100 columns and removes control characters', () => {
    const long = { text: 'word '.repeat(50), refs: ['E1'], method: `${'how '.repeat(40)}\u001b[2J` };
    const lines = renderDocumentText({ ...document, lead: long, sections: [] }).split('\n');
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines.join(' ')).not.toMatch(/\p{Cc}|\p{Cf}/u);
  });
});

describe('renderDocumentHtml', () => {
  const page = renderDocumentHtml(document);

  test('renderDocumentHtml contains no scripts and loads nothing', () => {
    expect(page).toMatch(/^<!doctype html><html lang="en">/u);
    expect(page).not.toMatch(/<script|<link|<img|\ssrc="|url\(|@import|onerror="/u);
    expect(page).toContain('default-src &#x27;none&#x27;');
  });

  test('renderDocumentHtml folds details', () => {
    expect(page).toContain('<details class="section"><summary><h2 id="section-trend">Trend</h2></summary>');
    expect(page).toContain('<section><h2 id="section-forecast">Forecast</h2>');
  });

  test('renderDocumentHtml links each paragraph to its sources', () => {
    expect(page).toContain('<a href="#ref-e1">E1–E3</a>, <a href="#ref-c1">C1</a>');
    expect(page).toContain('<li id="ref-e2"><b>E2</b> <a href="https://pd.example/2?a=%3Cb%3E"');
    expect(page).toContain('<td id="ref-e1">&#x3C;img');
    expect(page).toContain('<summary>How we calculated this</summary>8 of 10 weeks');
  });

  test('renderDocumentHtml shows external text as plain text and links only http and https URLs', () => {
    expect(page).toContain('&#x3C;img src=x onerror=alert(1)>');
    expect(page).not.toContain('href="javascript');
  });

  test('renderDocumentHtml draws charts and says which values are unknown', () => {
    expect(page.match(/class="bar"/gu)).toHaveLength(3);
    expect(page).toContain('class="level"');
    expect(page).toContain('0.4 (0–2)');
    expect(page).toContain('not known');
    expect(page).toContain('<a href="#ref-e1"><circle class="mark"');
  });
});

describe('the rendered reference to a pattern', () => {
  const url = 'https://refrain.example/patterns/p1';
  const statements = [
    { label: 'Label press down', text: '8 h.', refs: ['E2', 'P1'], method: null },
    { label: 'Pool runs dry', text: 'Returned.', refs: ['P1', 'E2'], method: null },
  ];
  const source = { ref: 'P1', kind: 'pattern' as const, id: 'p1', at: null, title: 'Pool runs dry', url };
  const digest: ReportDocument = {
    ...document,
    sections: [{ id: 'changed', title: 'What changed', isDetail: false, statements, table: null, chart: null }],
    sources: [source, ...document.sources],
  };

  test('renderDocumentMarkdown names and links a pattern, and has no mark that resembles a severity', () => {
    const markdown = renderDocumentMarkdown(digest);
    expect(markdown).toContain(`**Label press down:** 8 h. Pattern: [Pool runs dry](<${url}>) ([E2](#ref-e2))`);
    expect(markdown).toContain(`**[Pool runs dry](<${url}>):** Returned. ([E2](#ref-e2))`);
    expect(markdown).not.toMatch(/\bP1\b/u);
  });

  test('renderDocumentHtml names and links a pattern, and has no mark that resembles a severity', () => {
    const page = renderDocumentHtml(digest);
    const link = `<a href="${url}" rel="noreferrer noopener">Pool runs dry</a>`;
    expect(page).toContain(`<b>Label press down:</b> 8 h. Pattern: ${link} <span class="refs">`);
    expect(page).toContain(`<b>${link}:</b> Returned. <span class="refs">`);
    expect(page).not.toMatch(/\bP1\b/u);
  });

  test('renderDocumentText names a pattern once', () => {
    const text = renderDocumentText(digest);
    expect(text).toContain('Label press down: 8 h. Pattern: Pool runs dry [E2]\n');
    expect(text).toContain('Pool runs dry: Returned. [E2]\n');
    expect(text).not.toMatch(/\bP1\b/u);
  });
});
