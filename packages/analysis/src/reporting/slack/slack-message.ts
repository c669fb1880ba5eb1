/** Maximum length of a section's text: https://docs.slack.dev/reference/block-kit/blocks/section-block */
const maxTextLength = 3_000;
/** Maximum length of a header's text: https://docs.slack.dev/reference/block-kit/blocks/header-block */
const maxHeaderLength = 150;
const maxListLength = 10;

interface SlackText {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
  readonly emoji?: false;
  /** Disables automatic links for channel names and URLs. */
  readonly verbatim?: true;
}

export type SlackBlock =
  | { readonly type: 'header' | 'section'; readonly text: SlackText }
  | { readonly type: 'context'; readonly elements: readonly SlackText[] };

/** Payload of an incoming webhook. `text` is shown in notifications and by receivers that do not support blocks. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/** @param title unescaped, because headers support no markup */
export function createSlackHeader(title: string): SlackBlock {
  const characters = Array.from(title);
  let text = title;
  // Slack's limit counts UTF-16 code units, as `length` does.
  while (text.length > maxHeaderLength) text = `${characters.splice(-10) && characters.join('')}…`;
  return { type: 'header', text: { type: 'plain_text', text: text === '' ? '…' : text, emoji: false } };
}

/** @param text escaped, at most 3,000 characters */
export function createSlackSection(text: string): SlackBlock {
  return { type: 'section', text: markup(text) };
}

/** Creates a context block, which Slack shows in small print. The text must be escaped. */
export function createSlackContextBlock(text: string): SlackBlock {
  return { type: 'context', elements: [markup(text)] };
}

function markup(text: string): SlackText {
  return { type: 'mrkdwn', text, verbatim: true };
}

/** Creates a list of the lines that fit, followed by the number of omitted lines. The lines must be escaped. */
export function createSlackList(title: string, lines: readonly string[]): SlackBlock {
  const capacity = maxTextLength - 40;
  let text = `*${title}*`;
  let shown = 0;
  for (const line of lines.slice(0, maxListLength)) {
    if (text.length + line.length + 3 > capacity) break;
    text += `\n• ${line}`;
    shown += 1;
  }
  const left = lines.length - shown;
  return createSlackSection(left === 0 ? text : `${text}\n… and ${left} more`);
}

export function renderSlackTestMessage(): SlackMessage {
  const text = 'Refrain can post to this channel. The notifications that you subscribe to will appear here.';
  return { text, blocks: [createSlackSection(text)] };
}
