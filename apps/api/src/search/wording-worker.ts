import { checkWording, rewordBlame } from '@refrain/analysis';
import { maxWordingFindings, type WordingResponse } from '@refrain/domain';

// Runs in a worker thread, because reading a long text up to seven times takes a second.

export function check(text: string): WordingResponse {
  const findings = checkWording(text);
  return {
    findings: findings.slice(0, maxWordingFindings),
    hasMore: findings.length > maxWordingFindings,
    reworded: findings.length === 0 ? text : rewordBlame(text),
  };
}
