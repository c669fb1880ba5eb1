import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMarker, newBody, updatedBody } from './issue-body.ts';

describe('the body of an issue', () => {
  it("keeps every character around Refrain's section", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (before, after, first, second) => {
        const present = before + newBody('m', first) + after;
        const renewed = updatedBody(present, 'm', second);
        expect(renewed.startsWith(before)).toBe(true);
        expect(renewed.endsWith(after)).toBe(true);
        expect(hasMarker(renewed, 'm')).toBe(true);
        expect(updatedBody(renewed, 'm', second)).toBe(renewed);
      }),
    );
  });

  it('escapes text that could end the section or imitate a marker', () => {
    const body = newBody('m', 'x <!-- refrain:end --> <!-- refrain:other -->');
    expect(hasMarker(body, 'other')).toBe(false);
    expect(updatedBody(body, 'm', 'y')).toBe(newBody('m', 'y'));
  });

  it('ignores line endings that an editor changed', () => {
    const edited = newBody('m', 'one\ntwo').replaceAll('\n', '\r\n');
    expect(updatedBody(edited, 'm', 'one\ntwo')).toBe(edited);
  });

  it('appends a section that people removed, and keeps a marker that people moved', () => {
    const removed = updatedBody('<!-- refrain:m -->\nOur own words.', 'm', 'text');
    expect(removed).toBe('<!-- refrain:m -->\nOur own words.\n\n<!-- refrain:begin -->\ntext\n<!-- refrain:end -->\n');
    const moved = '<!-- refrain:begin -->\n<!-- refrain:m -->\n<!-- refrain:end -->';
    expect(hasMarker(updatedBody(moved, 'm', 'text'), 'm')).toBe(true);
  });

  it('restores the marker and section of an emptied body', () => {
    const section = newBody('m', 'text').replace('<!-- refrain:m -->\n', '');
    expect(updatedBody(`Ours.\n${section}`, 'm', 'text')).toBe(`<!-- refrain:m -->\nOurs.\n${section}`);
    expect(updatedBody('', 'm', 'text')).toBe(newBody('m', 'text'));
  });

  it('keeps the boxes that people ticked', () => {
    const present = newBody('m', 'old\n- [ ] one\n- [ ] two\n- [ ] gone')
      .replace('[ ] two', '[x] two')
      .replace('[ ] gone', '[X] gone');
    expect(updatedBody(present, 'm', 'new\n- [ ] two\n- [ ] one')).toBe(newBody('m', 'new\n- [x] two\n- [ ] one'));
    expect(updatedBody(present, 'm', 'old\n- [ ] one\n- [ ] two\n- [ ] gone')).toContain('- [x] gone');
  });

  it("keeps the body within GitHub's limit", () => {
    expect(newBody('m', 'é'.repeat(200_000)).length).toBeLessThan(65_536);
  });
});
