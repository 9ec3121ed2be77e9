import type { CodeCatalogue } from './entry.ts';

/** 001-018 the file and its YAML, 019-026 shape, 027-029 keys, 030-033 URLs, 034-045 stories, 046-047 destinations, 048 the file again; rollout.ts goes on. */
export const manifestCodes = {
  MAN001: {
    title: 'The manifest is too large',
    cause: 'The file has more than 10 MB.',
    fix: 'Use groups, defaults, anchors and merge keys to say repeated things once, or split the repository.',
  },
  MAN002: {
    title: 'The manifest is not UTF-8 text',
    cause: 'The file holds bytes that are not valid UTF-8; often it was saved as UTF-16 or Latin-1.',
    fix: 'Save the file as UTF-8 (with or without a byte order mark).',
  },
  MAN003: {
    title: 'The manifest holds control characters',
    cause: 'The file contains a NUL byte or another control character; it may be a binary file.',
    fix: 'Remove the character, or check that the path names the manifest.',
  },
  MAN004: {
    title: 'The manifest is empty',
    cause: 'The file has no content besides white space and comments.',
    fix: 'Start with `version: 1`, `stories:` and `destinations:`; the examples folder has complete manifests.',
  },
  MAN005: {
    title: 'The manifest is not valid YAML',
    cause: 'Indentation, quotes or brackets do not fit together.',
    fix: 'Look at the place given and the lines just above it. An entry that starts with @ must be quoted.',
  },
  MAN006: {
    title: 'A tab is used for indentation',
    cause: 'YAML allows only spaces before the first character of a line.',
    fix: 'Replace the tab with spaces.',
  },
  MAN007: {
    title: 'The file holds several YAML documents',
    cause: 'A second `---` line starts another document; a manifest is exactly one.',
    fix: 'Remove the extra document.',
  },
  MAN008: {
    title: 'A key is written twice',
    cause: 'The same key appears twice in one map, so one of the two values would be lost.',
    fix: 'Remove or rename one of them. A key that overrides one from a merge key (`<<`) is fine.',
  },
  MAN009: {
    title: 'An alias has no anchor',
    cause: 'The file has an alias (`*name`), but no anchor (`&name`) of that name before it.',
    fix: 'Correct the name, or move the anchor before its first use.',
  },
  MAN010: {
    title: 'An alias contains itself',
    cause: 'An alias is inside the very value that its anchor marks.',
    fix: 'Break the loop.',
  },
  MAN011: {
    title: 'Aliases expand to too much',
    cause: 'Written out in full the manifest would have more than two million values ("alias bomb").',
    fix: 'Remove aliases of lists that hold aliases of lists.',
  },
  MAN012: {
    title: 'A YAML tag is not allowed',
    cause: 'The file uses a tag such as `!secret` or `!!binary`. Only plain values mean the same everywhere.',
    fix: 'Write the plain value. A key is given as a reference, `${NAME}`.',
  },
  MAN013: {
    title: 'A key of a map is not text',
    cause: 'A number, true, false, null, a list or a map stands where a name is expected.',
    fix: 'Put the name in quotes.',
  },
  MAN014: {
    title: 'Unknown key',
    cause: 'The manifest has a key that storysync does not know at this place. Its value is never shown.',
    fix: 'Correct the spelling, move the key to where it belongs, or remove it.',
  },
  MAN015: {
    title: 'The manifest is nested too deeply',
    cause: 'Maps and lists stand inside each other more than 200 levels deep.',
    fix: 'Write it flatter; a manifest needs six levels.',
  },
  MAN016: {
    title: 'A YAML directive is not supported',
    cause: 'The file begins with `%YAML` of another version than 1.2, or with an invalid directive.',
    fix: 'Remove the line: the manifest is read as YAML 1.2.',
  },
  MAN017: {
    title: 'A merge key has no map to merge',
    cause: 'The value of `<<` is not a map, an alias of a map, or a list of these.',
    fix: 'Let the alias point at a map.',
  },
  MAN018: {
    title: 'The manifest version is not supported',
    cause: '`version` is not 1, the only version that this storysync reads.',
    fix: 'Write `version: 1`, or use a storysync that knows the newer version.',
  },
  MAN019: {
    title: 'A required key is missing',
    cause: 'A map lacks a key that it must have.',
    fix: 'Add the key that the message names.',
  },
  MAN020: {
    title: 'A value has the wrong type',
    cause: 'For example a number or true where text is expected, or text where a list is expected.',
    fix: 'Write the type that the message names. Quotes turn a number or true into text.',
  },
  MAN021: {
    title: 'A value is not one of those allowed',
    cause: 'The option knows a fixed list of values, and this is none of them.',
    fix: 'Use one of the values that the message lists.',
  },
  MAN022: {
    title: 'A number is not a positive whole number',
    cause: 'Ids, and the version of a key, are whole numbers from 1 to 9007199254740991.',
    fix: 'Write a whole number from 1. An id stands in the address bar of the tenant, and in its API.',
  },
  MAN023: {
    title: 'A name is not allowed',
    cause: 'Names of stories, groups and destinations become file names and selectors.',
    fix: 'Use up to 63 lower-case letters, digits, "-", "_" and ".", beginning with a letter or digit.',
  },
  MAN024: {
    title: 'A text or a list is empty',
    cause: 'The value has no visible character, or the list no entry.',
    fix: 'Fill it in.',
  },
  MAN025: {
    title: 'A value has the wrong form',
    cause: 'The value does not match the pattern that the schema gives for it.',
    fix: 'Look the key up in the schema (schemas/sync.schema.json) or in an editor that uses it.',
  },
  MAN026: {
    title: 'The manifest is not a map',
    cause: 'The file holds a list or a single value instead of keys and values.',
    fix: 'Start with `version: 1`, `stories:` and `destinations:` at the left margin.',
  },
  MAN027: {
    title: 'A key field does not hold a reference',
    cause:
      'An API key field holds something other than `${NAME}` or `${vault:PATH#FIELD}`. The value is not shown: it may be a key.',
    fix: 'Write `${NAME}` (upper-case letters, digits, underscore) and give the key in the environment. Revoke a key that was committed.',
  },
  MAN028: {
    title: 'A key reference names what cannot be a key',
    cause:
      'The variable holds a credential for something else (GITHUB_, ACTIONS_, INPUT_, RUNNER_, STORYSYNC_, AWS_, AZURE_, GOOGLE_, VAULT_, NPM_, NODE_, SSH_), or what no key can be (HOME, PATH, proxies, LD_, GIT_ and their like). It would be sent to the tenant.',
    fix: 'Choose another name for the key; one that ends in `_TINES_API_KEY` is always allowed.',
  },
  MAN029: {
    title: 'A destination has no key',
    cause: 'The destination is another tenant than the origin, so the origin key cannot be used there.',
    fix: 'Add `destination_tenant_api_key: ${NAME}`, or a default with `{destination}` in its path.',
  },
  MAN030: {
    title: 'The address of a tenant or vault is not a URL',
    cause: 'The value cannot be read as `https://host`, optionally with a port and a path prefix.',
    fix: 'Write the address as the browser shows it, without the path of a page.',
  },
  MAN031: {
    title: 'The address of a tenant or vault does not use https',
    cause: 'Keys would travel in clear text. Plain http is allowed for localhost, 127.0.0.0/8 and [::1] only.',
    fix: 'Write https://.',
  },
  MAN032: {
    title: 'The address of a tenant or vault has more than host and path',
    cause: 'User name, password, query or fragment stand in the URL. They are not shown.',
    fix: 'Remove them.',
  },
  MAN033: {
    title: 'A host name is written in another form than it is used',
    cause: 'The host ends in a dot, is not ASCII, or is encoded, so two different texts would mean one host.',
    fix: 'Write the host as the message gives it.',
  },
  MAN034: {
    title: 'Unknown story',
    cause: 'A story is named that the catalogue (`stories:`) does not have.',
    fix: 'Correct the name or add the story to the catalogue.',
  },
  MAN035: {
    title: 'Unknown group',
    cause: 'An entry such as "@baseline" names a group that `groups:` does not have.',
    fix: 'Correct the name or add the group.',
  },
  MAN036: {
    title: 'A group contains itself',
    cause: 'Following the groups inside a group leads back to it.',
    fix: 'Take one of the entries out.',
  },
  MAN037: {
    title: 'A list names a story or group twice',
    cause: 'The same entry appears twice in one list. It counts once.',
    fix: 'Remove one of the two.',
  },
  MAN038: {
    title: 'A story file is not a path inside the repository',
    cause: 'The path is absolute, leaves the folder of the manifest, uses backslashes, or does not end in .json.',
    fix: 'Write a path such as stories/phishing-triage.json, relative to the folder of the manifest.',
  },
  MAN039: {
    title: 'Two stories use one file',
    cause:
      'Two entries of the catalogue name the same file, or two that differ only in case: some file systems take those for one.',
    fix: 'Give each story its own file.',
  },
  MAN040: {
    title: 'Two stories have one id',
    cause: 'Two entries of the catalogue name the same story of the origin.',
    fix: 'Correct one id, or remove one entry.',
  },
  MAN041: {
    title: 'A story has no id',
    cause: 'The manifest has an origin, so `export` must know which story of the origin each entry is.',
    fix: 'Add `id:` with the number of the story on the origin tenant.',
  },
  MAN042: {
    title: 'An option names a story that the destination does not subscribe to',
    cause:
      'A story stands under `detached`, `adopt` or `pin` of a destination, but not among its `stories`; or no story of a group does.',
    fix: 'Correct the name, subscribe the destination to the story, or remove the entry.',
  },
  MAN043: {
    title: 'A date is not valid',
    cause: '`until` is not a day of the calendar written as YYYY-MM-DD.',
    fix: 'Write for example 2027-01-31.',
  },
  MAN044: {
    title: 'A detachment, a hold or a pin has expired',
    cause: 'The date under `until` is in the past. What it is about stays in force.',
    fix: 'Reattach the story, release or unpin the destination, or set a later date.',
  },
  MAN045: {
    title: 'A label is not text',
    cause: 'YAML reads the value as a number or as true or false, and labels are compared as text.',
    fix: 'Put the value in quotes.',
  },
  MAN046: {
    title: 'The origin is its own destination',
    cause: 'A destination has the tenant and the team of the origin, so the sync would overwrite its source.',
    fix: 'Choose another team, or remove the destination.',
  },
  MAN047: {
    title: 'Two destinations are the same team',
    cause: 'Two destinations have the same tenant URL and team id, so they would overwrite each other.',
    fix: 'Merge the two, or correct the URL or team id.',
  },
  MAN048: {
    title: 'The manifest has too many entries',
    cause: 'The file has more than 600,000 lines, entries and brackets, which would take too long to read.',
    fix: 'Say repeated lists once, with groups, defaults, anchors and merge keys, or split the repository.',
  },
} as const satisfies CodeCatalogue;
