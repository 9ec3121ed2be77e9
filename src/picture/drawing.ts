/** An element of a drawing. SVG without references, scripts and foreign objects; whoever prints it escapes text and attributes. */
export type Drawing = {
  readonly tag: string;
  readonly attributes: { readonly [name: string]: string | number };
} & ({ readonly children: readonly Drawing[] } | { readonly text: string });

type Attributes = Drawing['attributes'];

export function element(tag: string, attributes: Attributes, children: readonly Drawing[] = []): Drawing {
  return { tag, attributes, children };
}

export function written(tag: string, attributes: Attributes, text: string): Drawing {
  return { tag, attributes, text };
}
