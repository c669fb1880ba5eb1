import { checkWording, reword } from '@refrain/analysis';
import { mostWordingFindings, type WordingAnswer } from '@refrain/domain';

// Runs in a worker thread: a long text is read up to seven times.

/** Returns the blaming phrases of a text, and the text with all edits. */
export function check(text: string): WordingAnswer {
  const findings = checkWording(text);
  return {
    findings: findings.slice(0, mostWordingFindings),
    hasMore: findings.length > mostWordingFindings,
    reworded: findings.length === 0 ? text : reword(text),
  };
}
