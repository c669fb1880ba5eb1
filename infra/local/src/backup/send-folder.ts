/** The frames that `sendFolder` writes: a letter, the length of the body in 4 bytes, and the body. */
export const frameKinds = {
  folder: 'd',
  file: 'f',
  content: 'c',
  special: 's',
  /** The last frame after an error: the error code and the path that cannot be read. */
  failure: 'x',
  end: 'e',
} as const;

export const maxFrameBodyBytes = 65_536;

/**
 * Writes the working folder to standard output as frames. A child process receives only the source text of this function, so the
 * function must not use anything from outside.
 */
export function sendFolder(excludes: string, kinds: typeof frameKinds, chunkSize: number): void {
  const fs = process.getBuiltinModule('node:fs');
  const isExcluded = new RegExp(excludes, 'u');
  const chunk = Buffer.alloc(chunkSize);

  function write(bytes: Buffer): void {
    for (let written = 0; written < bytes.length; ) written += fs.writeSync(1, bytes, written);
  }

  function send(kind: string, body: Buffer): void {
    const head = Buffer.alloc(5);
    head.write(kind);
    head.writeUInt32BE(body.length, 1);
    write(head);
    write(body);
  }

  /** Runs an operation on a path. Returns null if the file has vanished, and ends the process if it cannot be read. */
  function attempt<T>(path: string, operation: () => T): T | null {
    try {
      return operation();
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === 'ENOENT') return null;
      send(kinds.failure, Buffer.from(`${code} ${path}`));
      process.exit(1);
    }
  }

  function sendFile(path: string): void {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;
    const file = attempt(path, () => fs.openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK));
    if (file === null) return;
    if (fs.fstatSync(file).isFile()) {
      send(kinds.file, Buffer.from(path));
      for (;;) {
        const size = attempt(path, () => fs.readSync(file, chunk)) ?? 0;
        if (size === 0) break;
        send(kinds.content, chunk.subarray(0, size));
      }
    } else {
      send(kinds.special, Buffer.from(path));
    }
    fs.closeSync(file);
  }

  function sendEntries(folder: string): void {
    for (const name of attempt(folder, () => fs.readdirSync(folder)) ?? []) {
      const path = folder === '.' ? name : `${folder}/${name}`;
      if (isExcluded.test(path)) continue;
      const found = attempt(path, () => fs.lstatSync(path));
      if (found === null) continue;
      if (found.isDirectory()) {
        send(kinds.folder, Buffer.from(path));
        sendEntries(path);
      } else if (found.isFile()) {
        sendFile(path);
      } else {
        send(kinds.special, Buffer.from(path));
      }
    }
  }

  sendEntries('.');
  send(kinds.end, Buffer.alloc(0));
}
