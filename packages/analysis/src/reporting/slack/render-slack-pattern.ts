import type { EventType, Pattern } from '@refrain/domain';
import { formatCount, formatDay, formatMonth } from '../../text/format.ts';
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
  const { id, name, episodes, firstAt, lastAt, services } = pattern;
  const page = publicUrl === null ? null : `${publicUrl}/patterns/${encodeURIComponent(id)}`;
  const where = services.slice(0, 5).map((service) => escapeSlack(service, 60));
  const when = `${formatCount(episodes, 'episode')} since ${formatMonth(firstAt)} · last seen ${formatDay(lastAt)}`;
  return {
    text: `${headings[type]}: ${escapeSlack(name, 150)}`,
    blocks: [
      createSlackSection(
        [`*${headings[type]}*`, formatSlackLink(page, name, 150), ...describeAnswers(pattern)].join('\n'),
      ),
      createSlackContextBlock(where.length === 0 ? when : `${when} · ${where.join(', ')}`),
    ],
  };
}

/** Lists what fails, why, and what resolved it, each on a line, in the order of the report. */
function describeAnswers({ scenario, lesson }: Pattern): string[] {
  if (scenario === undefined) return [escapeSlack(lesson, 300)];
  const { symptom, mechanism, cause, trigger, resolution } = scenario;
  const answers = [
    ['What fails', [symptom]],
    ['Root cause', [mechanism, cause]],
    ['Trigger', [trigger]],
    ['Resolved by', [resolution]],
  ] as const;
  return answers.flatMap(([title, parts]) => {
    const text = parts.filter((part) => part !== null).join(' ');
    return text === '' ? [] : [`*${title}:* ${escapeSlack(text, 300)}`];
  });
}
