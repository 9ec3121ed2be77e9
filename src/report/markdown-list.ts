/** A titled list; its end is cut where it would bury the rest. */
export function markdownList(title: string, items: readonly string[], rows: number): string[] {
  if (items.length === 0) return [];
  const shown = items.length <= rows + 1 ? items : items.slice(0, rows);
  const more = items.length - shown.length;
  return [`#### ${title}`, [...shown, ...(more > 0 ? [`- … ${more} more (see the status file)`] : [])].join('\n')];
}
