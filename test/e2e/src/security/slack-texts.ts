import type { SlackMessage } from '@refrain/analysis';

/** Splits a message into the texts that Slack parses as markup, and those that it shows literally. */
export function listSlackTexts({ text, blocks }: SlackMessage): {
  readonly markup: string[];
  readonly plain: string[];
} {
  const texts = blocks.flatMap((block) => (block.type === 'context' ? block.elements : [block.text]));
  const of = (wanted: string) => texts.filter(({ type }) => type === wanted).map((one) => one.text);
  return { markup: [text, ...of('mrkdwn')], plain: of('plain_text') };
}
