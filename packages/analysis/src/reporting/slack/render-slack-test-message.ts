import { createSlackSection, type SlackMessage } from './slack-message.ts';

export function renderSlackTestMessage(): SlackMessage {
  const text = 'Refrain can reach this channel: what you subscribed to will show here.';
  return { text, blocks: [createSlackSection(text)] };
}
