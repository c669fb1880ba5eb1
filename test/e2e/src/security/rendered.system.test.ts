import {
  describeEffectVerdict,
  describeNewEpisodes,
  formatIssueTitle,
  getReportDocument,
  renderCheckRun,
  renderDocumentHtml,
  renderDocumentMarkdown,
  renderDocumentText,
  renderIncidentNote,
  renderIssue,
  renderLibrary,
  renderSlackDigest,
  renderSlackPattern,
} from '@refrain/analysis';
import { ImprovementPolicy } from '@refrain/domain';
import { describe, expect, test } from 'vitest';
import { createHostileContent } from './corpus-content.ts';
import {
  findActiveHtmlContent,
  findActiveMarkdownContent,
  findActiveSlackContent,
  findTerminalSequences,
} from './find-active-content.ts';
import { allHostileTexts, hostileTextsByAttack } from './hostile-texts-by-attack.ts';
import { listSlackTexts } from './slack-texts.ts';

const publicUrl = 'https://refrain.example';
const ownLocation =
  /^(?:#|scenarios\/[\w-]+\.md$|https:\/\/(?:refrain\.example|acme\.pagerduty\.com|(?:redirect\.)?github\.com\/acme)\/)/u;
/** Returns whether a URL belongs to Refrain's pages or to the connected accounts. */
const isOurs = (url: string) => ownLocation.test(url);
/** Removes zero-width spaces, which Refrain inserts into mentions and URLs. */
const withoutBreaks = (text: string) => text.replaceAll('\u200b', '');
const countParagraphs = (text: string) => text.split('\n\n').length;
const calm = createHostileContent('fails');

describe.each([...Object.entries(hostileTextsByAttack), ['all hostile texts together', allHostileTexts] as const])(
  '%s',
  (_name, piece) => {
    const { sign, text, pattern, report, digest, library, finding, note } = createHostileContent(piece);
    const expectMarkdown = (markdown: string) => {
      expect(markdown).toContain(sign);
      expect(findActiveMarkdownContent(markdown, isOurs)).toEqual([]);
      expect(findTerminalSequences(withoutBreaks(markdown))).toEqual([]);
    };

    test.each([
      ['a report', getReportDocument(report), getReportDocument(calm.report)],
      ['a digest', digest.document, calm.digest.document],
    ])('hostile text is inert in %s as Markdown, HTML and plain text', (_kind, document, calmDocument) => {
      expectMarkdown(renderDocumentMarkdown(document));
      const html = renderDocumentHtml(document);
      expect(html).toContain(sign);
      expect(findActiveHtmlContent(html, isOurs)).toEqual([]);
      const plain = renderDocumentText(document);
      expect(plain).toContain(sign);
      expect(findTerminalSequences(plain)).toEqual([]);
      expect(countParagraphs(plain)).toBe(countParagraphs(renderDocumentText(calmDocument)));
    });

    test('hostile text is inert in the exported library', () => {
      const files = [...renderLibrary(library, digest.asOf)];
      expect(files.map(({ path }) => path.replace(/^scenarios\/[a-z0-9-]{1,80}\.md$/u, 'scenario'))).toEqual([
        ...['README.md', 'scenario'],
      ]);
      for (const { content } of files) expectMarkdown(content);
    });

    test('hostile text is inert in an issue and its comments', () => {
      const issue = renderIssue({
        improvement: {
          repository: 'acme/api',
          title: formatIssueTitle(report),
          issueNumber: null,
          note: null,
          guardrailId: null,
          previousIssueUrl: null,
        },
        report,
        policy: ImprovementPolicy.parse({}),
        owners: [text],
        publicUrl,
        earlierTitles: [],
        lostIds: [],
      });
      expect(issue.title).toContain(sign);
      // GitHub renders no markup in issue titles except code.
      expect(issue.title).not.toMatch(/@\w|`|\n/u);
      expectMarkdown(issue.body);
      expectMarkdown(describeEffectVerdict({ verdict: 'came_back', explanation: [`It came back: ${text}`] }));
      expectMarkdown(describeNewEpisodes(report, report.pattern.firstAt));
    });

    test('hostile text is inert in a check on a pull request', () => {
      const failures = report.members.map(({ failureId, ...failure }) => ({ id: failureId, ...failure }));
      for (const of of [report, null]) {
        const { title, summary, detailsUrl } = renderCheckRun({ finding, report: of, failures, publicUrl });
        expectMarkdown(summary);
        expect(title).not.toMatch(/@\w|`|\n/u);
        expect(findTerminalSequences(withoutBreaks(title))).toEqual([]);
        expect(detailsUrl).toBe(of === null ? null : `${publicUrl}/patterns/p1`);
      }
    });

    test('hostile text is inert in an incident note and adds no line to it', () => {
      const rendered = withoutNull(renderIncidentNote({ ...note, publicUrl }));
      expect(rendered).toContain(sign);
      expect(rendered.split('\n')).toHaveLength(
        withoutNull(renderIncidentNote({ ...calm.note, publicUrl })).split('\n').length,
      );
      const addresses = rendered.match(/(?:https?:\/\/|www\.\w|mailto:|@\w)\S*/gu) ?? [];
      expect(addresses.filter((address) => !isOurs(address))).toEqual([]);
      expect(findTerminalSequences(withoutBreaks(rendered))).toEqual([]);
    });

    test('hostile text is inert in a Slack message about a digest or a pattern', () => {
      const stored = { id: 'd1', createdAt: digest.asOf, digest };
      const events = ['pattern_found', 'pattern_rising', 'pattern_returned'] as const;
      for (const message of [
        ...[publicUrl, null].map((url) => renderSlackDigest(stored, url)),
        ...events.flatMap((type) => [publicUrl, null].map((url) => renderSlackPattern(type, pattern, url))),
      ]) {
        const { markup, plain } = listSlackTexts(message);
        expect(markup.join('\n')).toContain(sign);
        for (const one of markup) expect(findActiveSlackContent(one, isOurs)).toEqual([]);
        for (const one of [...markup, ...plain]) {
          expect(findTerminalSequences(withoutBreaks(one))).toEqual([]);
          expect(one).not.toMatch(/^INJECTED/mu);
        }
      }
      const countLines = (of: typeof digest) =>
        listSlackTexts(renderSlackDigest({ ...stored, digest: of }, publicUrl)).markup.map(
          (one) => one.split('\n').length,
        );
      expect(countLines(digest)).toEqual(countLines(calm.digest));
    });
  },
);

function withoutNull(text: string | null): string {
  expect(text).not.toBeNull();
  return text ?? '';
}
