/** `expanded`: every destination spells out its stories. `anchors`: one list, merged into all of them. */
export type ManifestForm = 'expanded' | 'anchors';

/** A manifest in which every destination subscribes to every story. */
export function manifestText(
  form: ManifestForm,
  size: { readonly destinations: number; readonly stories: number },
): string {
  const keys = Array.from(
    { length: size.stories },
    (_, index) => `customer-facing-story-number-${padded(index, 2)}-for-the-soc`,
  );
  const lines = ['version: 1', 'stories:', ...keys.map((key) => `  ${key}: {}`), 'destinations:'];
  for (let index = 0; index < size.destinations; index++) {
    const name = `customer-${padded(index, 4)}`;
    lines.push(`  ${name}:`);
    if (form === 'anchors')
      lines.push(...(index === 0 ? ['    <<: &all', '      stories:', ...list(keys, 8)] : ['    <<: *all']));
    lines.push(
      `    destination_tenant_url: https://${name}.tines.example`,
      `    destination_tenant_api_key: \${${name.toUpperCase().replace('-', '_')}_KEY}`,
      `    destination_team_id: ${index + 1}`,
    );
    if (form === 'expanded') lines.push('    stories:', ...list(keys, 6));
  }
  return `${lines.join('\n')}\n`;
}

function list(keys: readonly string[], indent: number): readonly string[] {
  return keys.map((key) => `${' '.repeat(indent)}- ${key}`);
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
