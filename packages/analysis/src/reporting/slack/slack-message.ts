/** Slack's limits: https://docs.slack.dev/reference/block-kit/blocks/section-block and header-block. */
const maxTextLength = 3_000;
const maxHeaderLength = 150;

export interface SlackText {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
  readonly emoji?: false;
  /** Disables automatic links for names and addresses. */
  readonly verbatim?: true;
}

export type SlackBlock =
  | { readonly type: 'header' | 'section'; readonly text: SlackText }
  | { readonly type: 'context'; readonly elements: readonly SlackText[] };

/** The payload of an incoming webhook; `text` is for notifications and for receivers without blocks. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/**
 * Creates a header.
 * @param title visible characters, unescaped, because headers support no markup
 */
export function slackHeader(title: string): SlackBlock {
  const characters = Array.from(title);
  let text = title;
  // Slack counts UTF-16 units like JavaScript.
  while (text.length > maxHeaderLength) text = `${characters.splice(-10) && characters.join('')}…`;
  return { type: 'header', text: { type: 'plain_text', text: text === '' ? '…' : text, emoji: false } };
}

/**
 * Creates a section.
 * @param text escaped, of at most 3,000 characters
 */
export function slackSection(text: string): SlackBlock {
  return { type: 'section', text: markup(text) };
}

/**
 * Creates a context block, which is shown in small print.
 * @param text escaped, of at most 3,000 characters
 */
export function slackContext(text: string): SlackBlock {
  return { type: 'context', elements: [markup(text)] };
}

function markup(text: string): SlackText {
  return { type: 'mrkdwn', text, verbatim: true };
}

/**
 * Creates a list with as many lines as fit; further ones are counted.
 * @param lines escaped, each far shorter than the limit
 */
export function slackList(title: string, lines: readonly string[], limit = 10): SlackBlock {
  const capacity = maxTextLength - 40;
  let text = `*${title}*`;
  let shown = 0;
  for (const line of lines.slice(0, limit)) {
    if (text.length + line.length + 3 > capacity) break;
    text += `\n• ${line}`;
    shown += 1;
  }
  const left = lines.length - shown;
  return slackSection(left === 0 ? text : `${text}\n… and ${left} more`);
}
