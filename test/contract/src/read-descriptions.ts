import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Descriptions } from '@refrain/api/testing';
import ts from 'typescript';

interface Declared {
  /** Name of the schema that this one extends: `Failure` of `Failure.extend({ … })`. */
  readonly base: string | null;
  readonly about: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads the comments of the exported schemas in a folder. A derived schema inherits the comments of its base. */
export function readDescriptions(folder: string): Descriptions {
  const declared = new Map<string, Declared>();
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  for (const name of files.sort()) {
    const text = ts.sys.readFile(join(folder, name)) ?? '';
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
    for (const statement of file.statements.filter(ts.isVariableStatement)) readStatement(statement, declared);
  }
  const fieldsOf = (name: string | null): Record<string, string> => {
    const found = name === null ? undefined : declared.get(name);
    return found === undefined ? {} : { ...fieldsOf(found.base), ...found.fields };
  };
  return Object.fromEntries(
    [...declared]
      .map(([name, { about }]) => [name, { ...(about === null ? {} : { '': about }), ...fieldsOf(name) }] as const)
      .filter(([, descriptions]) => Object.keys(descriptions).length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function readStatement(statement: ts.VariableStatement, declared: Map<string, Declared>): void {
  for (const { name, initializer } of statement.declarationList.declarations) {
    if (initializer === undefined || !/^\p{Lu}/u.test(name.getText())) continue;
    const fields: Record<string, string> = {};
    readFields(initializer, '', fields);
    declared.set(name.getText(), { base: baseOf(initializer), about: commentOf(statement), fields });
  }
}

function readFields(node: ts.Node, path: string, fields: Record<string, string>): void {
  if (!ts.isObjectLiteralExpression(node)) {
    node.forEachChild((child) => readFields(child, path, fields));
    return;
  }
  for (const property of node.properties.filter(ts.isPropertyAssignment)) {
    const field = path + property.name.getText();
    const comment = commentOf(property);
    if (comment !== null) fields[field] = comment;
    readFields(property.initializer, `${field}.`, fields);
  }
}

/** Returns the first name in a chain of calls; null if the name is zod's `z`. */
function baseOf(node: ts.Expression): string | null {
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) return baseOf(node.expression);
  return ts.isIdentifier(node) && node.text !== 'z' ? node.text : null;
}

function commentOf(node: ts.Node): string | null {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comment?.comment)?.replaceAll(/\s+/gu, ' ').trim();
  return text === undefined || text === '' ? null : text;
}
