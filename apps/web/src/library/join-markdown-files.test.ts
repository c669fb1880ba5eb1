import { expect, test } from 'vitest';
import { joinMarkdownFiles } from './join-markdown-files.ts';

test('joinMarkdownFiles puts README.md first and turns links between files into anchors', () => {
  const joined = joinMarkdownFiles([
    { path: 'scenarios/disk-full-p1.md', content: '# Disk full\n\n## Condition\n\nBy night.\n' },
    { path: 'README.md', content: '# Scenarios\n\n- [Disk full](scenarios/disk-full-p1.md)\n' },
  ]);
  expect(joined).toBe(
    '# Scenarios\n\n- [Disk full](#disk-full-p1)\n\n<a id="disk-full-p1"></a>\n\n## Disk full\n\n### Condition\n\nBy night.\n',
  );
});
