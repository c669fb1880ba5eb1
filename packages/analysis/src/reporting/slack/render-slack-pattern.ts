import type { EventType, Pattern } from '@refrain/domain';
import { formatCount, formatDay } from '../../text/format.ts';
import { escapeSlack, formatSlackLink } from './escape-slack.ts';
import { createSlackContextBlock, createSlackSection, type SlackMessage } from './slack-message.ts';

export type PatternEventType = Extract<EventType, `pattern_${string}`>;

const headings: Readonly<Record<PatternEventType, string>> = {
  pattern_found: 'New pattern',
  pattern_rising: 'Rising pattern',
  pattern_returned: 'Returned pattern',
};

/** Renders an event about a pattern as a Slack message. Escapes external text. */
export function renderSlackPattern(type: PatternEventType, pattern: Pattern, publicUrl: string | null): SlackMessage {
  const { id, name, lesson, episodes, firstAt, lastAt, services } = pattern;
  const page = publicUrl === null ? null : `${publicUrl}/patterns/${encodeURIComponent(id)}`;
  const where = services.slice(0, 5).map((service) => escapeSlack(service, 60));
  const when = `${formatCount(episodes, 'episode')} from ${formatDay(firstAt)} to ${formatDay(lastAt)}`;
  return {
    text: `${headings[type]}: ${escapeSlack(name, 150)}`,
    blocks: [
      createSlackSection(`*${headings[type]}*\n${formatSlackLink(page, name, 150)}\n${escapeSlack(lesson, 300)}`),
      createSlackContextBlock(where.length === 0 ? when : `${when}; ${where.join(', ')}`),
    ],
  };
}
