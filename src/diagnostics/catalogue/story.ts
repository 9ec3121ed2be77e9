import type { CodeCatalogue } from './entry.ts';

export const storyCodes = {
  STO001: {
    title: 'Story file is too large',
    cause: 'The file is larger than 50 MB; real story exports stay below 1 MB.',
    fix: 'Check that the path names a story export. If it does, take large logos and notes out of the story.',
  },
  STO002: {
    title: 'Story file is not UTF-8 text',
    cause: 'The file holds bytes that are not UTF-8: another encoding, an archive or an image.',
    fix: 'Export the story again, or save the file as UTF-8.',
  },
  STO003: {
    title: 'Story file is not JSON',
    cause: 'The text cannot be read as JSON: cut off, edited by hand, a merge conflict, or another kind of file.',
    fix: 'Fix the place shown, or export the story again.',
  },
  STO004: {
    title: 'A number would be changed by reading it',
    cause: 'JSON numbers are read as doubles; this one has more digits than a double holds.',
    fix: 'Write it as a string, or use a number below 2^53.',
  },
  STO005: {
    title: 'Story file is nested too deeply',
    cause: 'Arrays and objects stand inside each other more than 200 levels deep.',
    fix: 'Check that the file is a story export; real ones nest about 14 levels.',
  },
  STO006: {
    title: 'A key appears twice in one object',
    cause: 'Of two equal keys most programs keep the last one silently, so the file may not mean what it seems to say.',
    fix: 'Remove one of the two; a merge by hand may have left both.',
  },
  STO007: {
    title: 'File is not a story export',
    cause: 'The file is JSON or text of another kind: a web page, an API answer, a list.',
    fix: 'Export the story from Tines and use that file.',
  },
  STO008: {
    title: 'Story field is missing or has the wrong shape',
    cause: 'Every export has "name", "guid", "agents" and "links"; one of them is missing or is not what it should be.',
    fix: 'Fix the field, or export the story again.',
  },
  STO009: {
    title: 'Action is incomplete',
    cause: 'Every action has "type", "name", "guid" and an "options" object.',
    fix: 'Fix the action, or export the story again.',
  },
  STO010: {
    title: 'Two actions have the same guid',
    cause: 'An action was copied inside the file; actions are told apart by guid.',
    fix: 'Give one of them another guid of 32 hex digits, or copy the action in Tines and export again.',
  },
  STO011: {
    title: 'Link leads to no action',
    cause: 'Links name actions by their position in "agents"; this one names a position that is not there.',
    fix: 'Remove the link, or correct "source" and "receiver". Positions count from 0.',
  },
  STO012: {
    title: 'Guid has an unusual form',
    cause: 'Guids are 32 hex digits. Tenants were seen to refuse an import with another form.',
    fix: 'Replace the guid everywhere in the file by 32 hex digits, or export the story again.',
  },
  STO013: {
    title: 'A placeholder stands for no address of the story',
    cause:
      'Where a story quotes its own webhook or page, its file holds `storysync:destination-owned:<option>:<guid of the action>`. The guid or the option belongs to no webhook, page or MCP server of the story, so a push could put nothing in its place.',
    fix: 'Export the story again, or correct the placeholder.',
  },
  STO014: {
    title: 'A story calls itself at a fixed host',
    cause:
      'A URL of the story leads to its own webhook or page at a host that is written out. A push replaces path and secret by those of the destination; the host stays, so that the copy would call another tenant, with its own secret.',
    fix: 'Write `https://<<META.tenant.domain>>/…` in Tines: each tenant puts its own domain there. In a note or description it may stay.',
  },
  STO015: {
    title: 'A tenant will refuse this story',
    cause:
      'The file can be read, but no tenant could have exported it like this: a guid is quoted that no action has, a list is no list, the layout is not JSON, or the schema version or an action type has another form.',
    fix: 'Correct the place shown, or export the story again.',
  },
} as const satisfies CodeCatalogue;
