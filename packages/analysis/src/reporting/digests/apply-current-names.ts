import type { Digest, ReportDocument } from '@refrain/domain';

/**
 * Replaces the names of patterns and the titles of improvements by the current ones, because a reader looks for the names that
 * all other pages show.
 * @param names by the id of the pattern or improvement
 */
export function applyCurrentNames(digest: Digest, names: ReadonlyMap<string, string>): Digest {
  const patterns = digest.patterns.map((pattern) => ({
    ...pattern,
    name: names.get(pattern.patternId) ?? pattern.name,
  }));
  return { ...digest, patterns, document: renameSources(digest.document, names) };
}

function renameSources(document: ReportDocument, names: ReadonlyMap<string, string>): ReportDocument {
  const former = new Map(document.sources.map((source) => [source.ref, source]));
  const currentOf = ({ id, title }: ReportDocument['sources'][number]) => names.get(id) ?? title;
  return {
    ...document,
    sources: document.sources.map((source) => ({ ...source, title: currentOf(source) })),
    sections: document.sections.map((section) => ({
      ...section,
      statements: section.statements.map((statement) => {
        const source = former.get(statement.refs[0] ?? '');
        return source !== undefined && statement.label === source.title
          ? { ...statement, label: currentOf(source) }
          : statement;
      }),
    })),
  };
}
