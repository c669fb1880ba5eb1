import { expect, it } from 'vitest';
import { scoreReducedLogs } from './score-reduced-logs.ts';

const truth = {
  tool: 'docker',
  isHeldOut: false,
  errorLine: 'ERROR: no space left on device',
  errorBlock: ['> [build 2/4]:', 'ERROR: no space left on device'],
};

it('scores a reduced log by its error line and by the share of lines of the error', () => {
  const reduced = '#7 12.04 ERROR: no space left on device\nwaiting for the cache\nbuild 2/4\n--';
  expect(scoreReducedLogs([{ truth, reduced }])).toEqual({
    logs: 1,
    errorKept: 1,
    linesOfError: 0.667,
    meanLines: 3,
  });
});

it('scores a log without its error line as lost', () => {
  const scored = scoreReducedLogs([
    { truth, reduced: 'Process completed with exit code 1.' },
    { truth, reduced: '' },
  ]);
  expect(scored).toEqual({ logs: 2, errorKept: 0, linesOfError: 0, meanLines: 0.5 });
});
