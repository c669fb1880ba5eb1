import { AppError } from '@refrain/domain';

/** How many parts of a path may lead further into a page: `/files`, `/job/12`, `/commits/<sha>`. */
const partsWithin = 3;
const fewestParts = 2;

/**
 * The addresses under which the page that a URL leads to may be stored, the most exact first: without query, fragment and
 * slash at the end, by both schemes, and without what leads further into it.
 * @throws {AppError} `invalid_input` for what is no address of a page
 */
export function listPageAddresses(url: string): string[] {
  const given = url.trim();
  const read = URL.canParse(given) ? new URL(given) : null;
  if (read === null || !/^https?:$/u.test(read.protocol)) {
    throw new AppError('invalid_input', 'The URL is no address of a page: give all of it, from https:// on.');
  }
  const parts = read.pathname.split('/').filter((part) => part !== '');
  const fewest = Math.min(parts.length, Math.max(fewestParts, parts.length - partsWithin));
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
