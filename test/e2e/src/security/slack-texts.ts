import type { SlackMessage } from '@refrain/analysis';

/** What Slack reads as its markup in a message, and what it shows letter by letter. */
export function listSlackTexts({ text, blocks }: SlackMessage): {
  readonly markup: string[];
  readonly plain: string[];
} {
  const texts = blocks.flatMap((block) => (block.type === 'context' ? block.elements : [block.text]));
  const of = (wanted: string) => texts.filter(({ type }) => type === wanted).map((one) => one.text);
  return { markup: [text, ...of('mrkdwn')], plain: of('plain_text') };
}
