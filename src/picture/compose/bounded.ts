/** No real name or note comes near this; whoever writes a longer one is not shown whole. */
const LONGEST = 4000;

/** As much of a text as a picture carries, never half a character. */
export function bounded(text: string, most = LONGEST): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
