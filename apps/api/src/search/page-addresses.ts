import { AppError } from '@refrain/domain';

/** The maximum number of path segments to cut from the end of a URL, such as `/files`, `/job/12` or `/commits/<sha>`. */
const partsWithin = 3;
const minParts = 2;

/**
 * Lists the URLs under which a web page may be stored, most exact first: without query and fragment, with http and https,
 * and with fewer path segments.
 * @throws {AppError} `invalid_input` if `url` is not an http URL
 */
export function listPossiblePageUrls(url: string): string[] {
  const trimmed = url.trim();
  const read = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (read === null || !/^https?:$/u.test(read.protocol)) {
    throw new AppError('invalid_input', 'This is not the URL of a web page. Enter the complete URL, with https://.');
  }
  const parts = read.pathname.split('/').filter((part) => part !== '');
  const fewest = Math.min(parts.length, Math.max(minParts, parts.length - partsWithin));
  const paths: string[] = [];
  for (let count = parts.length; count >= fewest; count -= 1) {
    paths.push(
      parts
        .slice(0, count)
        .map((part) => `/${part}`)
        .join(''),
    );
  }
  return paths.flatMap((path) => [`https://${read.host}${path}`, `http://${read.host}${path}`]);
}
