import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** HTML that Refrain itself writes in Markdown. */
const ownHtml = /^(?:<a id="[\w-]{1,40}">|<\/a>|<\/?sub>|<\/?details>|<\/?summary>|<!-- refrain:[\w-]{1,80} -->)$/u;
/** Elements of Refrain's own HTML pages. */
const ownElements = new Set(
  'html head meta title style body main header footer section article nav h1 h2 h3 h4 p ul ol li a b strong em small sub sup span div table thead tbody tr th td caption figure figcaption svg g path line rect circle text polyline polygon desc code pre time dl dt dd hr br blockquote details summary'.split(
    ' ',
  ),
);
/** Matches text that GitHub turns into a mention, a reference or a link, unless the text is code. */
const active = [/(?<![\w`])@[a-z\d]/iu, /(?<!&)#\d/u, /\bGH-\d/iu, /\b(?:[\da-f]{40})\b/u, /\bhttps?:\/\/|\bwww\.\w/iu];

/** Lists active content that Refrain did not write, in Markdown as parsed by GitHub. `isOurs` accepts URLs to which Refrain may link. */
export function findActiveMarkdownContent(markdown: string, isOurs: (url: string) => boolean): string[] {
  const found: string[] = [];
  walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), (node) => {
    if (node.type === 'html' && !ownHtml.test(node.value.trim())) {
      const parts = node.value.match(/<!--[\s\S]*?-->|<[^>]*>|[^<]+/gu) ?? [];
      if (!parts.every((part) => part.trim() === '' || ownHtml.test(part.trim()) || !part.startsWith('<')))
        found.push(node.value);
    }
    if ((node.type === 'link' || node.type === 'image' || node.type === 'definition') && !isOurs(node.url))
      found.push(node.url);
    if (node.type === 'image' || node.type === 'footnoteReference') found.push(node.type);
    if (node.type === 'text') found.push(...active.flatMap((sign) => sign.exec(node.value)?.[0] ?? []));
    if (['heading', 'blockquote', 'tableCell'].includes(node.type) && /^\s*INJECTED/u.test(textOf(node)))
      found.push(textOf(node));
  });
  return found;
}

function walk(node: Nodes, see: (node: Nodes) => void): void {
  // The parser turns a bare URL into a link. The text of that link must not be checked again.
  see(node);
  if ('children' in node && node.type !== 'link') for (const child of node.children) walk(child, see);
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map((child) => textOf(child)).join('');
  return 'value' in node ? node.value : '';
}

/** Lists active content of an HTML page, except what Refrain wrote itself. */
export function findActiveHtmlContent(html: string, isOurs: (url: string) => boolean): string[] {
  const found: string[] = [];
  const see = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      if (!ownElements.has(node.tagName)) found.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        if (/^on/iu.test(name)) found.push(name);
        if (/^(?:href|src|action|xlink:href)$/u.test(name) && !isOurs(value)) found.push(`${name}=${value}`);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(see);
  };
  see(parse(html));
  return found;
}

/** Lists control sequences in Slack's mrkdwn, except links that Refrain may write. */
export function findActiveSlackContent(text: string, isOurs: (url: string) => boolean): string[] {
  const sequences = [...text.matchAll(/<([^>]*)>/gu)].map(([, inner = '']) => inner);
  const strange = sequences.filter((inner) => !isOurs((inner.split('|')[0] ?? '').replaceAll('&amp;', '&')));
  const rest = text.replace(/<[^>]*>/gu, '');
  return [...strange, ...(rest.match(/[<>]|@(?:channel|here|everyone|octocat)|https?:\/\/evil/gu) ?? [])];
}

/** Lists terminal sequences that move the cursor, set colours or change the text direction. */
export function findTerminalSequences(text: string): string[] {
  return text.match(/[^\P{Cc}\n\t]|\p{Cf}/gu) ?? [];
}
