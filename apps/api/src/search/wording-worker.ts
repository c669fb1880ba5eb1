import { checkWording, reword } from '@refrain/analysis';
import { mostWordingFindings, type WordingAnswer } from '@refrain/domain';

// What the pool loads in its thread: a long text is read through up to seven times.

/** What in a text blames a person, and the text with every edit made. */
export function check(text: string): WordingAnswer {
  const findings = checkWording(text);
  return {
    findings: findings.slice(0, mostWordingFindings),
    hasMore: findings.length > mostWordingFindings,
    reworded: findings.length === 0 ? text : reword(text),
  };
}
