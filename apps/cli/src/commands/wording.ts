import { readFile } from 'node:fs/promises';
import { AppError, maxCheckedTextLength, type WordingFinding } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandEnvironment, resolveCallerPath, setCommandAction } from '../command-environment.ts';
import { exitCodes } from '../terminal.ts';

const help = `
Examples:
  npx refrain wording post-mortem.md
  git show HEAD:post-mortem.md | npx refrain wording - --json

Each finding is printed with its line and column, the words, why they are a problem, and the sentence reworded or a question.
Quotations, code, URLs and log lines are not checked. Exits with 1 if something is found, so that CI can check a
repository of post-mortems.`;

/** Adds `refrain wording`, which checks a file for blame without sending it anywhere. */
export function addWordingCommand(program: Command, context: CommandEnvironment): void {
  const wording = program
    .command('wording')
    .description(
      'Find words in a post-mortem that blame a person, and suggest how to describe the system instead; needs no server',
    )
    .argument('<file>', 'a text or Markdown file, or - for standard input')
    .addHelpText('after', help);
  setCommandAction(context, wording, async ({ print }, file: string) => {
    const { checkWording } = await import('@refrain/analysis');
    const text = await readText(context, file);
    const findings = locateAll(text, checkWording(text));
    print({ findings }, describe(file === '-' ? 'standard input' : file, findings));
    if (findings.length > 0) context.setExitCode(exitCodes.failed);
  });
}

interface LocatedFinding extends WordingFinding {
  /** Line and column, counted from 1. Columns are counted in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}

/** Adds line and column numbers. Findings are in text order, so one pass over the text is enough. */
function locateAll(text: string, findings: readonly WordingFinding[]): LocatedFinding[] {
  let line = 1;
  let lineStart = 0;
  return findings.map((finding) => {
    for (
      let end = text.indexOf('\n', lineStart);
      end >= 0 && end < finding.start;
      end = text.indexOf('\n', lineStart)
    ) {
      line += 1;
      lineStart = end + 1;
    }
    return { line, column: finding.start - lineStart + 1, ...finding };
  });
}

async function readText(context: CommandEnvironment, file: string): Promise<string> {
  const text =
    file === '-'
      ? await context.readStandardInput()
      : await readFile(resolveCallerPath(context, file), 'utf8').catch((cause: unknown) => {
          throw new AppError('invalid_input', `Cannot read ${file}. Specify an existing text file.`, { cause });
        });
  if (text.length > maxCheckedTextLength) {
    throw new AppError(
      'too_large',
      `${file} is longer than ${maxCheckedTextLength} characters. Check its parts one by one.`,
    );
  }
  return text;
}

function describe(file: string, findings: readonly LocatedFinding[]): string {
  if (findings.length === 0) return `Nothing in ${file} blames a person.`;
  const lines = findings.map(({ line, column, words, kind, reason, suggestion }) =>
    [
      `${file}:${line}:${column}: “${oneLine(words)}” (${kind.replaceAll('_', ' ')})`,
      `  why: ${reason}`,
      `  better: ${oneLine(suggestion)}`,
    ].join('\n'),
  );
  return `${lines.join('\n\n')}\n\n${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
