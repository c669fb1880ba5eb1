import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIssueBody, hasIssueMarker, updateIssueBody } from './issue-body.ts';

describe('the body of an issue', () => {
  it("keeps every character around Refrain's section", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (before, after, first, second) => {
        const present = before + createIssueBody('m', first) + after;
        const renewed = updateIssueBody(present, 'm', second);
        expect(renewed.startsWith(before)).toBe(true);
        expect(renewed.endsWith(after)).toBe(true);
        expect(hasIssueMarker(renewed, 'm')).toBe(true);
        expect(updateIssueBody(renewed, 'm', second)).toBe(renewed);
      }),
    );
  });

  it('escapes text that could end the section or imitate a marker', () => {
    const body = createIssueBody('m', 'x <!-- refrain:end --> <!-- refrain:other -->');
    expect(hasIssueMarker(body, 'other')).toBe(false);
    expect(updateIssueBody(body, 'm', 'y')).toBe(createIssueBody('m', 'y'));
  });

  it('updateIssueBody ignores line endings that an editor changed', () => {
    const edited = createIssueBody('m', 'one\ntwo').replaceAll('\n', '\r\n');
    expect(updateIssueBody(edited, 'm', 'one\ntwo')).toBe(edited);
  });

  it('appends a section that people removed, and keeps a marker that people moved', () => {
    const removed = updateIssueBody('<!-- refrain:m -->\nOur own words.', 'm', 'text');
    expect(removed).toBe('<!-- refrain:m -->\nOur own words.\n\n<!-- refrain:begin -->\ntext\n<!-- refrain:end -->\n');
    const moved = '<!-- refrain:begin -->\n<!-- refrain:m -->\n<!-- refrain:end -->';
    expect(hasIssueMarker(updateIssueBody(moved, 'm', 'text'), 'm')).toBe(true);
  });

  it('restores the marker and section of an emptied body', () => {
    const section = createIssueBody('m', 'text').replace('<!-- refrain:m -->\n', '');
    expect(updateIssueBody(`Ours.\n${section}`, 'm', 'text')).toBe(`<!-- refrain:m -->\nOurs.\n${section}`);
    expect(updateIssueBody('', 'm', 'text')).toBe(createIssueBody('m', 'text'));
  });

  it('updateIssueBody keeps the boxes that people ticked', () => {
    const present = createIssueBody('m', 'old\n- [ ] one\n- [ ] two\n- [ ] gone')
      .replace('[ ] two', '[x] two')
      .replace('[ ] gone', '[X] gone');
    expect(updateIssueBody(present, 'm', 'new\n- [ ] two\n- [ ] one')).toBe(
      createIssueBody('m', 'new\n- [x] two\n- [ ] one'),
    );
    expect(updateIssueBody(present, 'm', 'old\n- [ ] one\n- [ ] two\n- [ ] gone')).toContain('- [x] gone');
  });

  it("keeps the body within GitHub's limit", () => {
    expect(createIssueBody('m', 'é'.repeat(200_000)).length).toBeLessThan(65_536);
  });
});
