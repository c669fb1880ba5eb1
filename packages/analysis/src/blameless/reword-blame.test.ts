import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkWording } from './check-wording.ts';
import { rewordBlame } from './reword-blame.ts';

/** Generates random statements as in post-mortems, with and without blame. */
const statement = fc
  .tuple(
    fc.constantFrom('', 'At 10:02 ', 'Because ', 'The pod failed, and ', '- ', '"', '`x` and ', 'Not that '),
    fc.constantFrom(
      'the engineer',
      'Alice',
      '@jo',
      'we',
      'they',
      'the job',
      'the on-call engineer',
      'nobody',
      'Who',
      'it',
      'the human',
    ),
    fc.constantFrom(
      ' should have tested',
      ' obviously should never have deployed',
      ' forgot to check',
      ' carelessly deleted',
      ' broke',
      ' was to blame for',
      ' made a stupid mistake in',
      ' simply had to read',
      ' failed to notice',
      ' restarted',
      ' deleted the wrong',
      ' could have avoided',
    ),
    fc.constantFrom(
      ' the change',
      ' it by accident',
      ' the alert, of course',
      ' the table due to human error',
      ' her fault',
      '',
    ),
  )
  .map((parts) => parts.join(''));
function reportOf(...resolutions: readonly string[]) {
  const ended = fc.tuple(statement, fc.constantFrom(...resolutions)).map((parts) => parts.join(''));
  return fc.array(ended, { maxLength: 6 }).map((parts) => parts.join(' '));
}

const report = reportOf('.', '?', '.\n\n', '!');
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), reportOf('.', ', and', '\n', '"', ''));

test('checkWording returns findings in text order, without overlap, each with the words at its position', () => {
  fc.assert(
    fc.property(anything, (text) => {
      let end = 0;
      let edited = 0;
      for (const finding of checkWording(text)) {
        expect(finding.start).toBeGreaterThanOrEqual(end);
        expect(finding.end).toBeGreaterThan(finding.start);
        expect(text.slice(finding.start, finding.end)).toBe(finding.words);
        end = finding.end;
        if (finding.edit === null) continue;
        expect(finding.edit.start).toBeGreaterThanOrEqual(edited);
        edited = finding.edit.end;
      }
      expect(Math.max(end, edited)).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 250 },
  );
});

test('rewordBlame reduces the number of findings if a finding has an edit', () => {
  fc.assert(
    fc.property(report, (text) => {
      const findings = checkWording(text);
      if (findings.every(({ edit }) => edit === null)) expect(rewordBlame(text)).toBe(text);
      else expect(checkWording(rewordBlame(text)).length).toBeLessThan(findings.length);
    }),
    { numRuns: 250 },
  );
});

test('rewordBlame never adds findings, even if sentences lack a full stop', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(checkWording(rewordBlame(text)).length).toBeLessThanOrEqual(checkWording(text).length);
    }),
    { numRuns: 250 },
  );
});

test('rewordBlame is idempotent', () => {
  fc.assert(
    fc.property(report, (text) => {
      expect(rewordBlame(rewordBlame(text))).toBe(rewordBlame(text));
    }),
    { numRuns: 150 },
  );
});

test('rewordBlame leaves quotations unchanged', () => {
  expect(rewordBlame('Bob broke it: "Bob broke it", `Bob broke it`.')).toBe(
    'No guard kept a change from breaking it: "Bob broke it", `Bob broke it`.',
  );
});
