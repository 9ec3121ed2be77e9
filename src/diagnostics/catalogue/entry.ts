/** One row of `docs/errors.md`. The message a user sees names the concrete values; this is the general text. */
export type CatalogueEntry = {
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
};
export type CodeCatalogue = { readonly [code: string]: CatalogueEntry };
