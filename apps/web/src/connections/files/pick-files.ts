import type { Schemas } from '../../api/refrain.ts';

export interface PickedFile {
  /** The name that is shown: that of the file, or the number of Markdown files. */
  readonly name: string;
  readonly format: Schemas['ArchiveFileFormat'];
  /** The proposed name of the archive. */
  readonly archive: string;
  readonly body: Blob;
}

const markdown = /\.(?:md|markdown)$/iu;

/**
 * Detects the format of the chosen files by their names, and their contents if the names do not tell.
 * @throws {Error} with a message for users if the files cannot be imported
 */
export async function pickFiles(files: readonly File[]): Promise<PickedFile> {
  const [file] = files;
  if (file === undefined) throw new Error('No file was chosen. Choose a CSV, JSON Lines or Markdown file.');
  if (files.every(({ name }) => markdown.test(name))) return pickMarkdown(files);
  if (files.length > 1) throw new Error('Choose one CSV or JSON Lines file, or one or more Markdown files.');
  const { name } = file;
  const archive = removeExtension(name);
  if ((await file.slice(0, 1_000).text()).includes('\0'))
    throw new Error(`${name} is not a text file. Save a spreadsheet as CSV (UTF-8), then choose it.`);
  if (file.size === 0) throw new Error(`${name} is empty. Choose another file.`);
  if (/\.(?:csv|tsv)$/iu.test(name)) return { name, format: 'csv', archive, body: file };
  if (/\.(?:jsonl|ndjson)$/iu.test(name)) return { name, format: 'jsonl', archive, body: file };
  const start = (await file.slice(0, 1_000).text()).replace(/^\uFEFF/u, '').trimStart();
  if (start.startsWith('{')) return { name, format: 'jsonl', archive, body: file };
  if (start.startsWith('[')) return { name, format: 'jsonl', archive, body: await toJsonLines(file) };
  if (/\.txt$/iu.test(name)) return { name, format: 'csv', archive, body: file };
  throw new Error(`${name} is not a CSV, JSON Lines or Markdown file. Save a spreadsheet as CSV, then choose it.`);
}

async function pickMarkdown(files: readonly File[]): Promise<PickedFile> {
  const lines = await Promise.all(
    files.map(
      async (file) => `${JSON.stringify({ name: file.webkitRelativePath || file.name, text: await file.text() })}\n`,
    ),
  );
  const [first] = files;
  const isOne = files.length === 1 && first !== undefined;
  return {
    name: isOne ? first.name : `${files.length} Markdown files`,
    format: 'markdown',
    archive: isOne ? removeExtension(first.name) : 'Post-mortems',
    body: new Blob(lines),
  };
}

/** Converts a JSON array, as many exports are, to one object per line. */
async function toJsonLines(file: File): Promise<Blob> {
  const rows = await file
    .text()
    .then(JSON.parse)
    .catch(() => null);
  if (!Array.isArray(rows))
    throw new Error(`${file.name} is not valid JSON. Export it again, or save it as JSON Lines.`);
  return new Blob(rows.map((row) => `${JSON.stringify(row)}\n`));
}

/** Returns a file's name without its extension. */
export function removeExtension(name: string): string {
  return name.replace(/(?<=.)\.\w+$/u, '');
}
