/** No writing puts more marks on one letter; Unicode's own limit for texts in a stream (UAX 15, stream-safe). */
const CROWDED = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/**
 * A text in a normal form of Unicode. Marks on one letter are sorted for that, which takes their number squared, so those that
 * nobody can read are left out.
 */
export function normalised(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
  return text.replace(CROWDED, '$1').normalize(form);
}
