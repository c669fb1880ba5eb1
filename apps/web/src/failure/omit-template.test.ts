import { expect, test } from 'vitest';
import { omitTemplate } from './omit-template.ts';

test('omitTemplate removes options that nobody chose, and headings without content', () => {
  const text =
    '## Summary\n\nusers get blocked\n\n## Kind\n\n- [ ] Bug fix\n- [ ] Feature\n\n## Tests\n\n- [x] none\n\n## Risk\n- [ ] high';
  expect(omitTemplate(text)).toBe('## Summary\n\nusers get blocked\n\n## Tests\n\n- [x] none\n');
});

test('omitTemplate keeps a text without a template, even a heading without content', () => {
  expect(omitTemplate('## Summary\n\n## Cause\n\na full disk')).toBe('## Summary\n\n## Cause\n\na full disk');
});
