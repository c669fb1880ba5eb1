import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Presses the only button of each page, as a person would, until a page has no button. Returns that page's HTML. */
export async function pressButtonsUntilLastPage(address = ''): Promise<string> {
  let response = await fetch(address);
  for (;;) {
    const html = await response.text();
    if (!response.ok) throw new Error(`${response.url} returned status ${response.status}: ${html}`);
    const all = [...walk(parse(html))];
    const form = all.find(({ tagName }) => tagName === 'form');
    if (form === undefined) return html;
    const body = new URLSearchParams();
    for (const input of all)
      if (input.tagName === 'input') body.set(attributeOf(input, 'name'), attributeOf(input, 'value'));
    response = await fetch(new URL(attributeOf(form, 'action'), response.url), { method: 'POST', body });
  }
}

function* walk(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

function attributeOf({ attrs }: Element, name: string): string {
  return attrs.find((attribute) => attribute.name === name)?.value ?? '';
}
