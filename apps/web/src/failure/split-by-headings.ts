export interface TextBlock {
  /** The heading above the text; null for the text before the first heading. */
  readonly heading: string | null;
  readonly text: string;
}

const headingLine = /^#{1,6}[ \t]+(?<title>\S.*)$/u;
const fence = /^[ \t]*(?:```|~~~)/u;

/** Splits a text at its Markdown headings. A line of a code block is never a heading. */
export function splitByHeadings(text: string): readonly TextBlock[] {
  const blocks: { heading: string | null; lines: string[] }[] = [{ heading: null, lines: [] }];
  let isCode = false;
  for (const line of text.split('\n')) {
    if (fence.test(line)) isCode = !isCode;
    const title = isCode ? undefined : headingLine.exec(line)?.groups?.title;
    if (title === undefined) blocks.at(-1)?.lines.push(line);
    else blocks.push({ heading: title.trim(), lines: [] });
  }
  return blocks
    .map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() }))
    .filter((block) => block.heading !== null || block.text !== '');
}
