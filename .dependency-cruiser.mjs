import swc from '@swc/core';

// dependency-cruiser 17 parses TypeScript 7 with swc only, and does not tell swc which files contain JSX.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

/**
 * Forbids import cycles between the files, and between the folders, of product code. Type imports count too.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'no-file-cycle',
      comment: 'Move what both files need into a third one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-folder-cycle',
      comment: 'Move the file that closes the cycle into the folder of its subject, or split it.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    includeOnly: '^(packages|apps)/[^/]+/src/',
    exclude: '\\.test\\.tsx?$|/testing(\\.ts$|/)',
  },
};
